// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "password.h"

#include <services/storage/database.h>

#include <chrono>
#include <optional>

namespace services::shop::accounts {

using storage::Result;

struct Account
{
    QString id;
    QString email; // normalised
    QString name;
    PasswordHash password;
    std::chrono::system_clock::time_point createdAt;
};

// The customers and the sessions which they have ended; the only place with their SQL. Thread of its
// database.
class AccountRepository
{
public:
    explicit AccountRepository(storage::Database &database);

    // Conflict when the address is taken.
    Result<void> add(const Account &account);
    Result<std::optional<Account>> findByEmail(const QString &email) const;
    // NotFound when there is none.
    Result<Account> find(const QString &id) const;

    // Remembers a revoked session until it would have expired anyway.
    Result<void> revoke(const QString &session, std::chrono::system_clock::time_point expiresAt);
    Result<void> forgetExpired(std::chrono::system_clock::time_point now);
    Result<bool> isRevoked(const QString &session) const;

private:
    storage::Database &m_database;
};

} // namespace services::shop::accounts
