// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outline.h"

#include "pointer.h"
#include "scanner.h"

#include <QSet>

#include <algorithm>

namespace model::json {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 64;

// Descends through a text; each step says whether it may go on.
class Walk
{
public:
    Walk(const QByteArray &text, const std::function<void(const Place &)> &visit)
        : m_scanner(text)
        , m_visit(visit)
    {
    }

    std::optional<SyntaxFault> run()
    {
        m_scanner.skipBlanks();
        if (value({})) {
            m_scanner.skipBlanks();
            if (!m_scanner.atEnd())
                m_scanner.fail(u"something follows the end. Remove it"_s);
        }
        return m_scanner.fault();
    }

private:
    bool value(const QString &where)
    {
        const char first = m_scanner.peek();
        if (first == '{' || first == '[')
            return nested(where);
        if (first == '"')
            return m_scanner.string().has_value();
        return first == '-' || (first >= '0' && first <= '9') ? m_scanner.number() : m_scanner.word();
    }

    bool nested(const QString &where)
    {
        if (++m_depth > deepest)
            return m_scanner.fail(u"lists and objects are nested too deeply. Is it the right file?"_s);
        const bool well = m_scanner.peek() == '{' ? object(where) : array(where);
        --m_depth;
        return well;
    }

    bool object(const QString &where)
    {
        QSet<QString> seen;
        m_scanner.take('{');
        m_scanner.skipBlanks();
        if (m_scanner.take('}'))
            return true;
        while (member(where, seen)) {
            if (m_scanner.take('}'))
                return true;
            if (!m_scanner.take(','))
                return m_scanner.fail(u"\",\" or \"}\" was expected. Add the one that is missing"_s);
            m_scanner.skipBlanks();
        }
        return false;
    }

    bool member(const QString &where, QSet<QString> &seen)
    {
        const qsizetype offset = m_scanner.offset();
        const auto key = m_scanner.string();
        if (!key)
            return false;
        m_visit({where, *key, -1, offset, seen.contains(*key)});
        seen.insert(*key);
        m_scanner.skipBlanks();
        if (!m_scanner.take(':'))
            return m_scanner.fail(u"\":\" was expected between a name and its value. Add it"_s);
        m_scanner.skipBlanks();
        const bool well = value(isNext('{', '[') ? pointer(where, *key) : QString());
        m_scanner.skipBlanks();
        return well;
    }

    bool array(const QString &where)
    {
        m_scanner.take('[');
        m_scanner.skipBlanks();
        if (m_scanner.take(']'))
            return true;
        for (qsizetype index = 0; element(where, index); ++index) {
            if (m_scanner.take(']'))
                return true;
            if (!m_scanner.take(','))
                return m_scanner.fail(u"\",\" or \"]\" was expected. Add the one that is missing"_s);
            m_scanner.skipBlanks();
        }
        return false;
    }

    bool element(const QString &where, qsizetype index)
    {
        m_visit({where, {}, index, m_scanner.offset(), false});
        const bool well = value(isNext('{', '[') ? pointer(where, index) : QString());
        m_scanner.skipBlanks();
        return well;
    }

    bool isNext(char one, char other) const { return m_scanner.peek() == one || m_scanner.peek() == other; }

    Scanner m_scanner;
    const std::function<void(const Place &)> &m_visit;
    int m_depth = 0;
};

} // namespace

QString Place::pointer() const
{
    return index < 0 ? json::pointer(parent, key) : json::pointer(parent, index);
}

std::optional<SyntaxFault> outline(const QByteArray &text, const std::function<void(const Place &)> &visit)
{
    return Walk(text, visit).run();
}

Position position(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(text).first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {before.count('\n') + 1, QString::fromUtf8(before.sliced(lineStart)).size() + 1};
}

} // namespace model::json
