// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "braces.h"

#include <QStringList>

namespace tests::source {

using namespace Qt::StringLiterals;

Braces::Braces(const std::vector<Token> &tokens)
    : m_tokens(tokens)
    , m_partners(tokens.size(), tokens.size())
{
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (isOneOf(i, {u"("_s, u"["_s, u"{"_s})) {
            open.push_back(i);
        } else if (isOneOf(i, {u")"_s, u"]"_s, u"}"_s}) && !open.empty()) {
            m_partners[i] = open.back();
            m_partners[open.back()] = i;
            open.pop_back();
        }
    }
}

bool Braces::is(std::size_t index, QStringView text) const
{
    return index < m_tokens.size() && m_tokens[index].kind != TokenKind::Text && m_tokens[index].text == text;
}

bool Braces::isOneOf(std::size_t index, const QStringList &texts) const
{
    return index < m_tokens.size() && m_tokens[index].kind != TokenKind::Text
        && texts.contains(m_tokens[index].text);
}

bool Braces::beginsLambda(std::size_t index) const
{
    if (!is(index, u"[") || is(index + 1, u"["))
        return false;
    if (index == 0)
        return true;
    const Token &before = m_tokens[index - 1];
    const bool value = before.kind == TokenKind::Text || before.kind == TokenKind::Number
        || isOneOf(index - 1, {u")"_s, u"]"_s, u"["_s, u"&"_s, u"&&"_s, u"auto"_s, u"delete"_s});
    static const QStringList words{u"return"_s, u"co_return"_s, u"co_await"_s, u"co_yield"_s, u"case"_s};
    const bool name = before.kind == TokenKind::Word && !words.contains(before.text);
    const bool andBinding = is(index - 1, u"&&") && !is(index - 2, u"auto");
    return (!value && !name) || andBinding;
}

// Back over what may stand in a type: names, ::, templates, references.
std::size_t Braces::beforeReturnType(std::size_t index) const
{
    std::size_t at = index;
    while (at > 0) {
        const Token &token = m_tokens[at - 1];
        const bool part = token.kind == TokenKind::Word
            || isOneOf(at - 1, {u"::"_s, u"<"_s, u">"_s, u","_s, u"&"_s, u"*"_s});
        if (!part)
            break;
        --at;
    }
    const bool trailing
        = at > 0 && is(at - 1, u"->") && isOneOf(at - 2, {u")"_s, u"mutable"_s, u"noexcept"_s, u"const"_s});
    return trailing ? at - 1 : index;
}

std::size_t Braces::beforeDeclarator(std::size_t index) const
{
    std::size_t at = beforeReturnType(index);
    while (at > 0 && isOneOf(at - 1, {u"mutable"_s, u"noexcept"_s, u"const"_s}))
        --at;
    if (at > 0 && is(at - 1, u")"))
        at = partner(at - 1);
    return at;
}

bool Braces::beginsLambdaBody(std::size_t index) const
{
    const std::size_t at = is(index, u"{") ? beforeDeclarator(index) : 0;
    return at > 0 && at <= m_tokens.size() && is(at - 1, u"]") && beginsLambda(partner(at - 1));
}

// namespace, class, struct, union, enum, extern "C": somewhere between the last statement and the brace.
bool Braces::declaresScope(std::size_t index) const
{
    static const QStringList scopes{u"namespace"_s, u"class"_s, u"struct"_s,
                                    u"union"_s,     u"enum"_s,  u"extern"_s};
    for (std::size_t at = index; at > 0; --at) {
        if (isOneOf(at - 1, {u";"_s, u"{"_s, u"}"_s, u"="_s, u"("_s, u"return"_s}))
            return false;
        if (isOneOf(at - 1, scopes))
            return true;
    }
    return false;
}

bool Braces::beginsBlock(std::size_t index) const
{
    if (!is(index, u"{"))
        return false;
    if (index == 0 || beginsLambdaBody(index) || declaresScope(index) || beforeReturnType(index) != index)
        return true;
    return isOneOf(index - 1,
                   {u")"_s, u"{"_s, u"}"_s, u";"_s, u":"_s, u"else"_s, u"do"_s, u"try"_s, u"const"_s,
                    u"noexcept"_s, u"override"_s, u"final"_s})
        && !(is(index - 1, u"{") && !beginsBlock(index - 1)); // {{1, 2}, {3, 4}}
}

} // namespace tests::source
