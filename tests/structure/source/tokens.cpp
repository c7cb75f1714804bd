// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokens.h"

#include <QList>

#include <algorithm>
#include <cctype>

namespace tests::source {

using namespace Qt::StringLiterals;

namespace {

class Tokenizer
{
public:
    explicit Tokenizer(const QByteArray &code)
        : m_code(code)
    {
    }

    std::vector<Token> run()
    {
        while (m_at < m_code.size())
            step();
        return std::move(m_tokens);
    }

private:
    void step()
    {
        const char c = m_code[m_at];
        if (c == '#' && m_lineStart)
            return skipDirective();
        if (c == '\n' || isspace(static_cast<unsigned char>(c)))
            return advance(1);
        m_lineStart = false;
        if (looksAt("//"))
            return advance(toEndOfLine());
        if (looksAt("/*"))
            return advanceTo("*/", 2);
        if (isdigit(static_cast<unsigned char>(c)))
            return number();
        if (isWord(c))
            return word();
        if (c == '"' || c == '\'')
            return literal(c);
        sign();
    }

    void sign()
    {
        for (const char *pair : {"&&", "||", "->", "::"}) {
            if (looksAt(pair))
                return add(TokenKind::Sign, QString::fromLatin1(pair), 2);
        }
        add(TokenKind::Sign, QString(QLatin1Char(m_code[m_at])), 1);
    }

    void number()
    {
        qsizetype end = m_at;
        while (end < m_code.size() && (isWord(m_code[end]) || m_code[end] == '.' || m_code[end] == '\''))
            ++end;
        add(TokenKind::Number, QString::fromLatin1(m_code.mid(m_at, end - m_at)), end - m_at);
    }

    void word()
    {
        qsizetype end = m_at;
        while (end < m_code.size() && isWord(m_code[end]))
            ++end;
        const QByteArray text = m_code.mid(m_at, end - m_at);
        const bool quoted = end < m_code.size() && (m_code[end] == '"' || m_code[end] == '\'');
        static const QList<QByteArray> prefixes{"u", "U", "L", "u8", "R", "uR", "UR", "LR", "u8R"};
        if (!quoted || !prefixes.contains(text))
            return add(TokenKind::Word, QString::fromLatin1(text), end - m_at);
        advance(text.size());
        if (text.endsWith('R'))
            rawText();
        else
            literal(m_code[m_at]);
    }

    void literal(char quote)
    {
        qsizetype end = m_at + 1;
        while (end < m_code.size() && m_code[end] != quote && m_code[end] != '\n')
            end += m_code[end] == '\\' ? 2 : 1;
        add(TokenKind::Text, {}, end + 1 - m_at);
    }

    void rawText()
    {
        const qsizetype open = m_code.indexOf('(', m_at);
        const QByteArray close = ')' + m_code.mid(m_at + 1, open - m_at - 1) + '"';
        m_tokens.push_back({TokenKind::Text, {}, m_line});
        advanceTo(close, close.size());
    }

    void skipDirective()
    {
        while (m_at < m_code.size()) {
            const qsizetype end = toEndOfLine();
            const bool continues = m_code.mid(m_at, end).trimmed().endsWith('\\');
            advance(end + 1);
            if (!continues)
                return;
        }
    }

    void add(TokenKind kind, const QString &text, qsizetype length)
    {
        m_tokens.push_back({kind, text, m_line});
        advance(length);
    }

    void advance(qsizetype length)
    {
        const qsizetype end = std::min(m_at + length, m_code.size());
        for (; m_at < end; ++m_at) {
            if (m_code[m_at] == '\n') {
                ++m_line;
                m_lineStart = true;
            }
        }
    }

    void advanceTo(const QByteArray &end, qsizetype extra)
    {
        const qsizetype found = m_code.indexOf(end, m_at + 1);
        advance(found < 0 ? m_code.size() : found + extra - m_at);
    }

    qsizetype toEndOfLine() const
    {
        const qsizetype end = m_code.indexOf('\n', m_at);
        return (end < 0 ? m_code.size() : end) - m_at;
    }
    bool looksAt(const char *text) const { return QByteArrayView(m_code).sliced(m_at).startsWith(text); }
    static bool isWord(char c) { return c == '_' || isalnum(static_cast<unsigned char>(c)); }

    const QByteArray &m_code;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_lineStart = true;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> tokensOf(const QByteArray &code)
{
    return Tokenizer(code).run();
}

} // namespace tests::source
