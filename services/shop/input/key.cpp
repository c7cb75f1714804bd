// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "key.h"

#include <algorithm>

namespace services::shop::input {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

namespace {

constexpr qsizetype longestKey = 100;

bool isAllowed(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9') || character == '.' || character == '_' || character == ':'
        || character == '-';
}

} // namespace

contract::Result<QString> idempotencyKey(const contract::Request &request)
{
    const QByteArray &key = request.context.idempotencyKey;
    if (key.isEmpty() || key.size() > longestKey || !std::ranges::all_of(key, isAllowed))
        return failure(Kind::InvalidInput,
                       u"Send an Idempotency-Key of 1 to %1 letters, digits and \"._:-\""_s.arg(longestKey),
                       u"Idempotency-Key"_s);
    return QString::fromLatin1(key);
}

} // namespace services::shop::input
