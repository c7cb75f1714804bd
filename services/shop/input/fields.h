// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/caller.h>

#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace services::shop::input {

using contract::Kind;
using contract::Result;

// The smallest and the largest allowed value, or length in characters.
struct Range
{
    std::int64_t least = 0;
    std::int64_t most = 0;
};

// The request's body as a JSON object; InvalidInput in a sentence when it is not one.
Result<QJsonObject> jsonObject(const contract::Request &request);

// Reads the fields of a JSON object and collects everything that is wrong with them, so that a customer
// learns all of it at once. A value only.
class Fields
{
public:
    explicit Fields(QJsonObject object);

    // Trimmed text without control characters.
    QString text(const QString &name, Range length);
    // As it was typed, for passwords.
    QString exactText(const QString &name, Range length);
    std::int64_t integer(const QString &name, Range range);
    // Absent is fine, a wrong one is not.
    std::optional<std::int64_t> optionalInteger(const QString &name, Range range);
    std::optional<QString> optionalText(const QString &name, Range length);
    // For a check of the caller's own ("is taken").
    void reject(const QString &name, const QString &what);

    // InvalidInput with all that was wrong; its subject is the JSON pointer of the first.
    Result<void> verdict() const;

private:
    void checkText(const QString &name, const QString &text, Range length);

    QJsonObject m_object;
    QStringList m_wrong;
    QString m_first;
};

// A whole number of the query; `absent` when it is not given.
Result<std::int64_t>
number(const contract::Parameters &query, const QString &name, Range range, std::int64_t absent);

// Whether an error says that the other side is not there (for now), rather than that the question was wrong:
// the case for a fallback. Never for Cancelled: then it is we who have stopped.
bool isAway(Kind kind);

} // namespace services::shop::input
