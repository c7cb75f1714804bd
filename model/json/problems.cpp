// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "problems.h"

#include "outline.h"

#include <QHash>

#include <algorithm>

namespace model::json {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostKept = 200;
constexpr std::size_t mostShown = 100;

QHash<QString, qsizetype> offsets(const std::vector<Problem> &problems, const QByteArray &text)
{
    QHash<QString, qsizetype> wanted;
    for (const Problem &problem : problems)
        wanted.insert(problem.pointer, 0);
    outline(text, [&wanted](const Place &place) {
        if (const auto found = wanted.find(place.pointer); found != wanted.end())
            *found = place.offset;
    });
    return wanted;
}

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
    result::Errors errors;
    for (const Problem &problem : sorted) {
        if (errors.size() == mostShown)
            break;
        const auto line = position(text, where[problem.pointer]).line;
        errors.push_back({result::Kind::InvalidInput, u"%1 (line %2)"_s.arg(problem.message).arg(line),
                          file + u'#' + problem.pointer});
    }
    if (sorted.size() > mostShown)
        errors.push_back({result::Kind::InvalidInput,
                          u"There are %1 more errors. Correct those above first."_s.arg(
                              m_dropped + sorted.size() - mostShown),
                          file});
    return errors;
}

} // namespace model::json
