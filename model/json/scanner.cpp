// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scanner.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace model::json {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool isHexDigit(char byte)
{
    return isDigit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

// JSON itself undoes the escapes.
QString unescaped(const QByteArray &quoted)
{
    return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
}

} // namespace

Scanner::Scanner(const QByteArray &text)
    : m_text(text)
    , m_at(text.startsWith("\xEF\xBB\xBF") ? 3 : 0)
{
}

void Scanner::skipBlanks()
{
    while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n')
        ++m_at;
}

bool Scanner::take(char byte)
{
    if (m_fault || atEnd() || peek() != byte)
        return false;
    ++m_at;
    return true;
}

std::optional<QString> Scanner::string()
{
    const qsizetype begin = m_at;
    if (!take('"')) {
        fail(peek() == '\''
                 ? u"texts stand in double quotes. Write \" instead of '"_s
                 : u"a name in double quotes was expected. Write one, and no \",\" before \"}\""_s);
        return {};
    }
    bool escapes = false;
    while (!atEnd() && peek() != '"') {
        const auto byte = static_cast<unsigned char>(peek());
        if (byte < 0x20) {
            fail(
                u"a text goes on over the end of its line. End it with a double quote, or write \\n or \\t"_s);
            return {};
        }
        ++m_at;
        if (byte == '\\') {
            escapes = true;
            if (!escape())
                return {};
        }
    }
    if (!take('"')) {
        fail(u"a text does not end. Add the missing double quote"_s);
        return {};
    }
    const QByteArray quoted = QByteArray::fromRawData(m_text.constData() + begin, m_at - begin);
    return escapes ? unescaped(quoted) : QString::fromUtf8(quoted.constData() + 1, quoted.size() - 2);
}

bool Scanner::escape()
{
    static constexpr QByteArrayView known("\"\\/bfnrt");
    if (take('u')) {
        const QByteArray code = m_text.mid(m_at, 4);
        if (code.size() == 4 && std::ranges::all_of(code, isHexDigit)) {
            m_at += 4;
            return true;
        }
    } else if (!atEnd() && known.contains(peek())) {
        ++m_at;
        return true;
    }
    return fail(u"this escape does not exist. Write \\\\ for a backslash"_s);
}

bool Scanner::digits()
{
    const qsizetype begin = m_at;
    while (isDigit(peek()))
        ++m_at;
    return m_at > begin;
}

bool Scanner::number()
{
    take('-');
    const bool zero = peek() == '0';
    const qsizetype begin = m_at;
    if (!digits() || (zero && m_at - begin > 1))
        return fail(u"this is no number. Write digits without a leading zero"_s);
    if (take('.') && !digits())
        return fail(u"digits must follow the dot of a number"_s);
    if (take('e') || take('E')) {
        if (!take('+'))
            take('-');
        if (!digits())
            return fail(u"digits must follow the exponent of a number"_s);
    }
    return true;
}

bool Scanner::word()
{
    for (const QByteArrayView each : std::array<QByteArrayView, 3>{"true", "false", "null"}) {
        if (QByteArrayView(m_text).sliced(m_at).startsWith(each)) {
            m_at += each.size();
            return true;
        }
    }
    if (atEnd())
        return fail(u"the text ends too early. Is the file complete?"_s);
    if (peek() == '/' || peek() == '#')
        return fail(u"JSON has no comments. Write a member \"$comment\" instead"_s);
    if (peek() == '\'')
        return fail(u"texts stand in double quotes. Write \" instead of '"_s);
    return fail(
        u"a value was expected: a text in double quotes, a number, true, false, null, {...} or [...]"_s);
}

bool Scanner::fail(const QString &message)
{
    if (!m_fault)
        m_fault = SyntaxFault{m_at, message};
    return false;
}

} // namespace model::json
