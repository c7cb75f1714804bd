// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace tests::source {

enum class TokenKind
{
    Word,
    Number,
    Text, // a string or character literal, raw ones too
    Sign
};

struct Token
{
    TokenKind kind = TokenKind::Sign;
    QString text; // of a Text: empty
    int line = 0;
};

// The tokens of C++ without comments and preprocessor lines. Signs are single characters except && || -> ::.
std::vector<Token> tokensOf(const QByteArray &code);

} // namespace tests::source
