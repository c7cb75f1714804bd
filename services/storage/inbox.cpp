// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inbox.h"

using namespace Qt::StringLiterals;

namespace services::storage {

namespace {

constexpr std::int64_t pruneEvery = 256; // memories, since pruning at each would double the writes

} // namespace

Inbox::Inbox(Database &database, std::int64_t capacity)
    : m_database(database)
    , m_capacity(capacity)
{
}

std::vector<Migration> Inbox::migrations()
{
    return {{u"inbox"_s, 1,
             u"CREATE TABLE inbox (position INTEGER PRIMARY KEY AUTOINCREMENT, consumer TEXT NOT NULL,"
             " event_id BLOB NOT NULL, UNIQUE (consumer, event_id))"_s}};
}

Result<bool> Inbox::remember(const QByteArray &eventId, const QString &consumer)
{
    const auto remembered = m_database.execute(
        u"INSERT OR IGNORE INTO inbox (consumer, event_id) VALUES (?, ?)"_s, {consumer, eventId});
    if (!remembered)
        return failure(remembered.error());
    if (*remembered == 0)
        return false;
    if (const auto pruned = prune(m_database.lastInsertId()); !pruned)
        return failure(pruned.error());
    return true;
}

Result<void> Inbox::prune(std::int64_t newest)
{
    if (newest % pruneEvery != 0)
        return {};
    const auto pruned = m_database.execute(u"DELETE FROM inbox WHERE position <= ?"_s, {newest - m_capacity});
    if (!pruned)
        return failure(pruned.error());
    return {};
}

} // namespace services::storage
