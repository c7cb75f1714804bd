// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outline.h"

#include "pointer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace model::json {

namespace {

// Descends through a text that QJsonDocument has accepted; its nesting is therefore limited.
class Walk
{
public:
    Walk(const QByteArray &text, const std::function<void(const Place &)> &visit)
        : m_text(text)
        , m_visit(visit)
    {
    }

    void value(const QString &where)
    {
        skipBlanks();
        if (peek() == '{')
            object(where);
        else if (peek() == '[')
            array(where);
        else if (peek() == '"')
            string();
        else
            scalar();
    }

private:
    void object(const QString &where)
    {
        QSet<QString> seen;
        for (bool more = enter('}'); more; more = next('}')) {
            const qsizetype offset = m_at;
            const QString key = string();
            const QString member = pointer(where, key);
            m_visit({member, offset, seen.contains(key)});
            seen.insert(key);
            skipBlanks();
            ++m_at; // the colon
            value(member);
        }
    }

    void array(const QString &where)
    {
        qsizetype index = 0;
        for (bool more = enter(']'); more; more = next(']')) {
            const QString element = pointer(where, index++);
            m_visit({element, m_at, false});
            value(element);
        }
    }

    // Past the opening bracket; false when nothing is inside.
    bool enter(char closing)
    {
        ++m_at;
        return advance(closing);
    }
    // Past a comma; false at the end.
    bool next(char closing)
    {
        skipBlanks();
        if (peek() == ',')
            ++m_at;
        return advance(closing);
    }
    bool advance(char closing)
    {
        skipBlanks();
        if (m_at < m_text.size() && peek() != closing)
            return true;
        ++m_at;
        return false;
    }

    QString string()
    {
        const qsizetype begin = m_at++;
        bool escapes = false;
        while (m_at < m_text.size() && peek() != '"') {
            escapes = escapes || peek() == '\\';
            m_at += peek() == '\\' ? 2 : 1;
        }
        ++m_at;
        const QByteArray quoted = m_text.mid(begin, m_at - begin);
        if (!escapes)
            return QString::fromUtf8(quoted.sliced(1, std::max<qsizetype>(quoted.size() - 2, 0)));
        return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
    }

    void scalar()
    {
        static constexpr QByteArrayView ends(",]} \t\r\n");
        while (m_at < m_text.size() && !ends.contains(peek()))
            ++m_at;
    }

    void skipBlanks()
    {
        static constexpr QByteArrayView blanks(" \t\r\n");
        while (m_at < m_text.size() && blanks.contains(peek()))
            ++m_at;
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    const QByteArray &m_text;
    const std::function<void(const Place &)> &m_visit;
    qsizetype m_at = 0;
};

} // namespace

void outline(const QByteArray &text, const std::function<void(const Place &)> &visit)
{
    Walk(text, visit).value({});
}

Position position(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(text).first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const QString line = QString::fromUtf8(before.sliced(lineStart));
    return {before.count('\n') + 1, line.size() + 1};
}

} // namespace model::json
