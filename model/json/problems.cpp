// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "problems.h"

#include "outline.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace model::json {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostKept = 200;
constexpr std::size_t mostShown = 100;

// Where the problems stand. Elements of lists and objects without any are passed by cheaply.
QHash<QString, qsizetype> offsets(const std::vector<Problem> &problems, const QByteArray &text)
{
    QHash<QString, qsizetype> wanted;
    QSet<QString> parents;
    for (const Problem &problem : problems) {
        wanted.insert(problem.pointer, 0);
        parents.insert(problem.pointer.first(std::max<qsizetype>(problem.pointer.lastIndexOf(u'/'), 0)));
    }
    outline(text, [&](const Place &place) {
        if (!parents.contains(place.parent))
            return;
        if (const auto found = wanted.find(place.pointer()); found != wanted.end())
            *found = place.offset;
    });
    return wanted;
}

// Counts lines on the way down a text, so that a long one is gone through once.
class LineCounter
{
public:
    explicit LineCounter(QByteArrayView text)
        : m_text(text)
    {
    }
    // Of offsets which never go back.
    qsizetype lineAt(qsizetype offset)
    {
        m_line += m_text.sliced(m_at, offset - m_at).count('\n');
        m_at = offset;
        return m_line;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
};

} // namespace

void Problems::add(QString pointer, QString message)
{
    if (isFull())
        ++m_dropped;
    else
        m_problems.push_back({std::move(pointer), std::move(message)});
}

bool Problems::isFull() const
{
    return m_problems.size() >= mostKept;
}

result::Errors Problems::toErrors(const QString &file, const QByteArray &text) const
{
    const auto where = offsets(m_problems, text);
    std::vector<Problem> sorted = m_problems;
    std::ranges::stable_sort(sorted, {}, [&where](const Problem &problem) { return where[problem.pointer]; });
    LineCounter lines(text);
    result::Errors errors;
    for (const Problem &problem : sorted) {
        if (errors.size() == mostShown)
            break;
        const auto line = lines.lineAt(where[problem.pointer]);
        errors.push_back({result::Kind::InvalidInput, problem.message + u" (line %1)"_s.arg(line),
                          file + u'#' + problem.pointer});
    }
    if (sorted.size() > mostShown)
        errors.push_back({result::Kind::InvalidInput,
                          u"There are at least %1 more errors. Correct those above first."_s.arg(
                              m_dropped + sorted.size() - mostShown),
                          file});
    return errors;
}

} // namespace model::json
