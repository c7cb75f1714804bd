// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accountrepository.h"

#include <services/shop/calendar/calendar.h>

namespace services::shop::accounts {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Kind;
using storage::Row;

namespace {

Account accountOf(const Row &row)
{
    return {.id = row.text(0),
            .email = row.text(1),
            .name = row.text(2),
            .password = {row.bytes(3), row.bytes(4), static_cast<int>(row.integer(5))},
            .createdAt = calendar::moment(row.integer(6))};
}

} // namespace

AccountRepository::AccountRepository(storage::Database &database)
    : m_database(database)
{
}

Result<void> AccountRepository::add(const Account &account)
{
    const auto added = m_database.execute(
        u"INSERT INTO accounts (id, email, name, salt, hash, iterations, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {account.id, account.email, account.name, account.password.salt, account.password.hash,
         std::int64_t{account.password.iterations}, calendar::milliseconds(account.createdAt)});
    if (added)
        return {};
    if (added.error().kind == Kind::Conflict)
        return failure(Kind::Conflict, u"There is an account with this address already: log in"_s,
                       u"/email"_s);
    return failure(added.error());
}

Result<std::optional<Account>> AccountRepository::findByEmail(const QString &email) const
{
    const auto found = m_database.select<Account>(
        u"SELECT id, email, name, salt, hash, iterations, created_at FROM accounts WHERE email = ?"_s,
        {email}, accountOf);
    if (!found)
        return failure(found.error());
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Result<Account> AccountRepository::find(const QString &id) const
{
    const auto found = m_database.select<Account>(
        u"SELECT id, email, name, salt, hash, iterations, created_at FROM accounts WHERE id = ?"_s, {id},
        accountOf);
    if (!found)
        return failure(found.error());
    if (found->empty())
        return failure(Kind::NotFound, u"There is no such account"_s, id);
    return found->front();
}

Result<void> AccountRepository::revoke(const QString &session,
                                       std::chrono::system_clock::time_point expiresAt)
{
    const auto revoked = m_database.execute(
        u"INSERT OR IGNORE INTO accounts_revoked_sessions (session, expires_at) VALUES (?, ?)"_s,
        {session, calendar::milliseconds(expiresAt)});
    return revoked ? Result<void>() : failure(revoked.error());
}

Result<void> AccountRepository::forgetExpired(std::chrono::system_clock::time_point now)
{
    const auto forgotten = m_database.execute(
        u"DELETE FROM accounts_revoked_sessions WHERE expires_at <= ?"_s, {calendar::milliseconds(now)});
    return forgotten ? Result<void>() : failure(forgotten.error());
}

Result<bool> AccountRepository::isRevoked(const QString &session) const
{
    const auto found = m_database.select<bool>(u"SELECT 1 FROM accounts_revoked_sessions WHERE session = ?"_s,
                                               {session}, [](const Row &) { return true; });
    if (!found)
        return failure(found.error());
    return !found->empty();
}

} // namespace services::shop::accounts
