// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outbox.h"

#include "eventrow.h"

using namespace Qt::StringLiterals;

namespace services::storage {

Outbox::Outbox(Database &database)
    : m_database(database)
{
}

std::vector<Migration> Outbox::migrations()
{
    return {
        {u"outbox"_s, 1,
         u"CREATE TABLE outbox (position INTEGER PRIMARY KEY AUTOINCREMENT, event_id BLOB NOT NULL UNIQUE,"
         " topic TEXT NOT NULL, key BLOB NOT NULL, payload BLOB NOT NULL, trace BLOB, occurred_at INTEGER NOT NULL)"_s}};
}

Result<void> Outbox::append(const contract::Event &event)
{
    const auto appended = m_database.execute(
        u"INSERT INTO outbox (event_id, topic, key, payload, trace, occurred_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        valuesOf(event));
    if (!appended)
        return failure(appended.error());
    if (m_wake)
        m_wake();
    if (m_told)
        m_told(event);
    return {};
}

Result<std::vector<contract::Event>> Outbox::oldest(int limit) const
{
    return m_database.select<contract::Event>(
        u"SELECT event_id, topic, key, payload, trace, occurred_at FROM outbox ORDER BY position LIMIT ?"_s,
        {std::int64_t{limit}}, [](const Row &row) { return eventOf(row, 0); });
}

Result<void> Outbox::remove(const std::vector<QByteArray> &publishedIds)
{
    return m_database.transaction([&]() -> Result<void> {
        for (const QByteArray &id : publishedIds) {
            if (const auto removed = m_database.execute(u"DELETE FROM outbox WHERE event_id = ?"_s, {id});
                !removed)
                return failure(removed.error());
        }
        return {};
    });
}

Result<int> Outbox::depth() const
{
    int depth = 0;
    const auto counted = m_database.query(u"SELECT count(*) FROM outbox"_s, {}, [&depth](const Row &row) {
        depth = static_cast<int>(row.integer(0));
    });
    if (!counted)
        return failure(counted.error());
    return depth;
}

void Outbox::onAppend(std::function<void()> wake)
{
    m_wake = std::move(wake);
}

void Outbox::onEvent(std::function<void(const contract::Event &)> told)
{
    m_told = std::move(told);
}

} // namespace services::storage
