// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

#include "accountrepository.h"

#include <services/shop/seed/customer.h>

namespace services::shop::accounts {

using namespace Qt::StringLiterals;

std::vector<storage::Migration> migrations()
{
    return {
        {u"accounts"_s, 1,
         u"CREATE TABLE accounts ("
         "  id TEXT PRIMARY KEY,"
         "  email TEXT NOT NULL UNIQUE,"
         "  name TEXT NOT NULL,"
         "  salt BLOB NOT NULL,"
         "  hash BLOB NOT NULL,"
         "  iterations INTEGER NOT NULL,"
         "  created_at INTEGER NOT NULL"
         ") WITHOUT ROWID;"
         "CREATE TABLE accounts_revoked_sessions ("
         "  session TEXT PRIMARY KEY,"
         "  expires_at INTEGER NOT NULL"
         ") WITHOUT ROWID;"
         "CREATE INDEX accounts_revoked_sessions_by_expiry ON accounts_revoked_sessions (expires_at);"_s}};
}

storage::Result<void> seed(storage::Database &database)
{
    // One salt for all of them, against the rule, so that seeding costs one hash instead of two hundred:
    // their password is published with the program anyway.
    const auto password
        = hashPassword(seed::demoPassword(), QByteArray("faultline-demo-1"), passwordIterations);
    constexpr std::chrono::sys_days opened = std::chrono::year(2026) / 1 / 1;
    AccountRepository accounts(database);
    return database.transaction([&]() -> storage::Result<void> {
        for (const auto &customer : seed::customers()) {
            const auto added = accounts.add({.id = customer.id,
                                             .email = customer.email,
                                             .name = customer.name,
                                             .password = password,
                                             .createdAt = opened});
            if (!added)
                return added;
        }
        return {};
    });
}

} // namespace services::shop::accounts
