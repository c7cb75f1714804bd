// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tokens.h"

#include <cstddef>

namespace tests::source {

// What the brackets of a file are for. Good enough for code in our style; borrows the tokens.
class Braces
{
public:
    explicit Braces(const std::vector<Token> &tokens);

    // The other bracket of ( [ { } ] ); the number of tokens when there is none.
    std::size_t partner(std::size_t index) const { return m_partners[index]; }
    // "{" of a function, lambda, class, namespace, or statement; else it begins an initialiser.
    bool beginsBlock(std::size_t index) const;
    // "{" of a lambda's body.
    bool beginsLambdaBody(std::size_t index) const;
    // "[" of a lambda.
    bool beginsLambda(std::size_t index) const;
    // Whether that lambda captures anything.
    bool captures(std::size_t index) const { return partner(index) > index + 1; }

private:
    bool is(std::size_t index, QStringView text) const;
    bool isOneOf(std::size_t index, const QStringList &texts) const;
    // The token before a trailing return type, qualifiers and a parameter list that end before `index`.
    std::size_t beforeDeclarator(std::size_t index) const;
    std::size_t beforeReturnType(std::size_t index) const;
    bool declaresScope(std::size_t index) const;

    const std::vector<Token> &m_tokens;
    std::vector<std::size_t> m_partners;
};

} // namespace tests::source
