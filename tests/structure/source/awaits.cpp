// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "awaits.h"

#include "braces.h"

#include <algorithm>
#include <utility>

namespace tests::source {

using namespace Qt::StringLiterals;

namespace {

// Cuts a file into full expressions (roughly: what stands between ; { } and around the heads of if, for,
// while, switch) and looks at each. The body of a lambda is cut on its own: it runs as a function of its own.
class AwaitCheck
{
public:
    explicit AwaitCheck(const QByteArray &code)
        : m_tokens(tokensOf(code))
        , m_braces(m_tokens)
    {
    }

    QStringList run()
    {
        block(0, m_tokens.size());
        return m_faults;
    }

private:
    using Piece = std::vector<std::size_t>; // tokens of one full expression

    void block(std::size_t begin, std::size_t end)
    {
        Piece piece;
        std::size_t headEnd = m_tokens.size();
        for (std::size_t i = begin; i < end; ++i) {
            if (text(i) == u";" || text(i) == u"else" || text(i) == u"do" || endsLabel(piece, i)) {
                check(std::exchange(piece, {}));
            } else if (text(i) == u"{" && m_braces.beginsBlock(i)) {
                const bool insideExpression = m_braces.beginsLambdaBody(i);
                block(i + 1, std::min(m_braces.partner(i), end));
                i = m_braces.partner(i);
                if (!insideExpression)
                    check(std::exchange(piece, {}));
            } else {
                if (beginsHead(piece, i))
                    headEnd = m_braces.partner(i);
                piece.push_back(i);
                if (i == headEnd)
                    check(std::exchange(piece, {}));
            }
        }
        check(piece);
    }

    QString text(std::size_t index) const
    {
        return m_tokens[index].kind == TokenKind::Text ? QString() : m_tokens[index].text;
    }

    // The "(" of if, for, while, switch.
    bool beginsHead(const Piece &piece, std::size_t index) const
    {
        static const QStringList heads{u"if"_s, u"for"_s, u"while"_s, u"switch"_s};
        if (text(index) != u"(" || piece.empty() || !heads.contains(text(piece.front())))
            return false;
        return piece.size() == 1 || (piece.size() == 2 && text(piece.back()) == u"constexpr");
    }

    bool endsLabel(const Piece &piece, std::size_t index) const
    {
        static const QStringList labels{u"case"_s, u"default"_s, u"public"_s, u"protected"_s, u"private"_s};
        return text(index) == u":" && !piece.empty() && labels.contains(text(piece.front()));
    }

    void check(const Piece &piece)
    {
        checkReturn(piece);
        std::vector<std::size_t> awaits;
        for (const std::size_t i : piece) {
            if (text(i) == u"co_await")
                awaits.push_back(i);
        }
        if (awaits.empty())
            return;
        if (awaits.size() > 1)
            fault(awaits[1], u"a second co_await"_s);
        for (const std::size_t i : piece)
            checkNeighbour(i);
        if (isRangeFor(piece))
            fault(awaits[0], u"co_await in the range of a for"_s);
    }

    // QCoro 0.8 moves from whatever is returned, and a member would be left empty.
    void checkReturn(const Piece &piece)
    {
        if (piece.size() == 2 && text(piece[0]) == u"co_return" && text(piece[1]).startsWith(u"m_"))
            fault(piece[0], u"co_return of a member, which QCoro moves from"_s);
    }

    void checkNeighbour(std::size_t index)
    {
        const QString sign = text(index);
        const bool binding = sign == u"&&" && index > 0 && text(index - 1) == u"auto";
        if (m_braces.beginsLambda(index) && m_braces.captures(index))
            fault(index, u"a lambda with captures beside co_await"_s);
        else if (sign == u"{")
            fault(index, u"an initialiser in braces beside co_await"_s);
        else if (sign == u"?")
            fault(index, u"?: beside co_await"_s);
        else if ((sign == u"&&" && !binding) || sign == u"||" || sign == u"and" || sign == u"or")
            fault(index, sign + u" beside co_await"_s);
    }

    // "for (x : co_await y)": a single colon after the head has begun.
    bool isRangeFor(const Piece &piece) const
    {
        if (text(piece.front()) != u"for")
            return false;
        return std::ranges::any_of(piece, [this](std::size_t i) { return text(i) == u":"; });
    }

    void fault(std::size_t index, const QString &what)
    {
        m_faults.append(u"%1: %2"_s.arg(m_tokens[index].line).arg(what));
    }

    std::vector<Token> m_tokens;
    Braces m_braces;
    QStringList m_faults;
};

} // namespace

QStringList awaitFaults(const QByteArray &code)
{
    return AwaitCheck(code).run();
}

} // namespace tests::source
