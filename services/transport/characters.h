// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <array>

// The classes of characters of HTTP (RFC 9110, 5.6.2), as constant tables.
namespace services::transport::characters {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isVisible(char c)
{
    return c > ' ' && c < 0x7f;
}

inline constexpr std::array<bool, 256> tokens = [] {
    std::array<bool, 256> table{};
    for (const char c : {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<unsigned char>(c)] = true;
    for (int c = '0'; c <= '9'; ++c)
        table[static_cast<std::size_t>(c)] = true;
    for (int c = 'a'; c <= 'z'; ++c)
        table[static_cast<std::size_t>(c)] = table[static_cast<std::size_t>(c - 'a' + 'A')] = true;
    return table;
}();

constexpr bool isToken(char c)
{
    return tokens[static_cast<unsigned char>(c)];
}
inline bool isToken(QByteArrayView word) // as a whole
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](char c) { return isToken(c); });
}
inline bool isNumber(QByteArrayView word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), isDigit);
}

} // namespace services::transport::characters
