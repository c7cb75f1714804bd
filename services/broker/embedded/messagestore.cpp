// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messagestore.h"

#include <services/storage/eventrow.h>

using namespace Qt::StringLiterals;

namespace services::broker::embedded {

using std::chrono::milliseconds;
using std::chrono::system_clock;
using storage::Row;
using storage::Value;

namespace {

// The indexes by group hold the rows' numbers too, in order: a page of a queue is a range of it.
std::vector<storage::Migration> schema()
{
    return {
        {u"broker"_s, 1,
         u"CREATE TABLE binding (topic TEXT NOT NULL, consumers TEXT NOT NULL,"
         " PRIMARY KEY (topic, consumers)) WITHOUT ROWID;"
         "CREATE TABLE message (number INTEGER PRIMARY KEY AUTOINCREMENT, consumers TEXT NOT NULL,"
         " event_id BLOB NOT NULL, topic TEXT NOT NULL, key BLOB NOT NULL, payload BLOB NOT NULL, trace BLOB,"
         " occurred_at INTEGER NOT NULL, published_at INTEGER NOT NULL,"
         " redeliveries INTEGER NOT NULL DEFAULT 0);"
         "CREATE INDEX message_by_consumers ON message (consumers);"_s},
        {u"broker"_s, 2,
         u"ALTER TABLE message ADD COLUMN dead_because TEXT;" // NULL: alive
         "DROP INDEX message_by_consumers;"
         "CREATE INDEX message_alive ON message (consumers) WHERE dead_because IS NULL;"
         "CREATE INDEX message_dead ON message (consumers) WHERE dead_because IS NOT NULL;"_s}};
}

} // namespace

MessageStore::MessageStore(std::unique_ptr<storage::Database> database)
    : m_database(std::move(database))
{
}

Result<MessageStore>
MessageStore::open(const QString &file, bool survivesPowerLoss, const std::atomic<bool> *unwanted)
{
    auto database = storage::Database::open(file, unwanted);
    if (!database)
        return failure(database.error());
    // For us alone, from the first write on: two brokers on one file would deliver everything twice.
    auto prepared = (*database)->executeScript(u"PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT"_s);
    if (prepared)
        prepared = (*database)->migrate(schema());
    if (prepared && survivesPowerLoss)
        prepared = (*database)->executeScript(u"PRAGMA synchronous = FULL"_s);
    if (!prepared)
        return failure(prepared.error());
    return MessageStore(std::move(*database));
}

Result<std::vector<TopicBinding>> MessageStore::topology()
{
    std::map<TopicId, std::vector<CapabilityId>> groups;
    const auto read
        = m_database->query(u"SELECT topic, consumers FROM binding"_s, {},
                            [&groups](const Row &row) { groups[{row.text(0)}].push_back({row.text(1)}); });
    if (!read)
        return failure(read.error());
    std::vector<TopicBinding> topology;
    for (auto &[topic, consumers] : groups)
        topology.push_back({topic, std::move(consumers)});
    return topology;
}

Result<void> MessageStore::setTopology(const std::vector<TopicBinding> &topology)
{
    return inOneTransaction([&] {
        auto done = execute(u"DELETE FROM binding"_s, {});
        for (const TopicBinding &binding : topology) {
            for (const CapabilityId &group : binding.groups) {
                if (done)
                    done = execute(u"INSERT OR IGNORE INTO binding (topic, consumers) VALUES (?, ?)"_s,
                                   {binding.topic.value, group.value});
            }
        }
        if (done)
            done = execute(u"DELETE FROM message WHERE consumers NOT IN (SELECT consumers FROM binding)"_s,
                           {});
        return done;
    });
}

Result<std::vector<MessageStore::Depth>> MessageStore::depths()
{
    std::map<CapabilityId, Depth> groups;
    auto read = m_database->query(
        u"SELECT consumers, topic, count(*) FROM message WHERE dead_because IS NULL GROUP BY consumers, topic"_s,
        {}, [&groups](const Row &row) { groups[{row.text(0)}].topics[{row.text(1)}] = row.integer(2); });
    if (read)
        read = m_database->query(
            u"SELECT consumers, count(*) FROM message WHERE dead_because IS NOT NULL GROUP BY consumers"_s,
            {}, [&groups](const Row &row) { groups[{row.text(0)}].deadLetters = row.integer(1); });
    if (!read)
        return failure(read.error());
    std::vector<Depth> depths;
    for (auto &[id, depth] : groups) {
        depth.group = id;
        auto dead = latestDead(id);
        if (!dead)
            return failure(dead.error());
        depth.latestDead = std::move(*dead);
        depths.push_back(std::move(depth));
    }
    return depths;
}

Result<std::vector<DeadLetter>> MessageStore::latestDead(const CapabilityId &group)
{
    return m_database->select<DeadLetter>(
        u"SELECT topic, key, dead_because, published_at FROM message"
        " WHERE consumers = ? AND dead_because IS NOT NULL ORDER BY number DESC LIMIT ?"_s,
        {group.value, std::int64_t{DeadLetter::mostLatest}}, [](const Row &row) {
            const auto publishedAt = system_clock::time_point(milliseconds(row.integer(3)));
            return DeadLetter{{row.text(0)}, row.bytes(1), row.text(2), publishedAt};
        });
}

Result<std::vector<Waiting>> MessageStore::page(const CapabilityId &group, std::int64_t after, int limit)
{
    return m_database->select<Waiting>(
        u"SELECT number, key, published_at, redeliveries, topic FROM message"
        " WHERE consumers = ? AND number > ? AND dead_because IS NULL ORDER BY number LIMIT ?"_s,
        {group.value, after, std::int64_t{limit}}, [](const Row &row) {
            const auto publishedAt = system_clock::time_point(milliseconds(row.integer(2)));
            return Waiting{
                row.integer(0), row.bytes(1), publishedAt, static_cast<int>(row.integer(3)), {row.text(4)}};
        });
}

Result<std::optional<Event>> MessageStore::contents(std::int64_t message)
{
    std::optional<Event> event;
    const auto read = m_database->query(
        u"SELECT event_id, topic, key, payload, trace, occurred_at FROM message WHERE number = ?"_s,
        {message}, [&event](const Row &row) { event = storage::eventOf(row, 0); });
    if (!read)
        return failure(read.error());
    return event;
}

Result<void> MessageStore::inOneTransaction(const std::function<Result<void>()> &work)
{
    return m_database->transaction(work);
}

Result<Waiting> MessageStore::add(const CapabilityId &group, const Event &event)
{
    const auto now = std::chrono::floor<milliseconds>(system_clock::now());
    auto values = storage::valuesOf(event);
    values.push_back(group.value);
    values.push_back(std::int64_t{now.time_since_epoch().count()});
    const auto added = execute(
        u"INSERT INTO message (event_id, topic, key, payload, trace, occurred_at, consumers, published_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        values);
    if (!added)
        return failure(added.error());
    return Waiting{m_database->lastInsertId(), event.key, now, 0, event.topic};
}

Result<void> MessageStore::remove(std::int64_t message)
{
    return execute(u"DELETE FROM message WHERE number = ?"_s, {message});
}

Result<void> MessageStore::bury(std::int64_t message, const QString &why)
{
    return execute(u"UPDATE message SET dead_because = ? WHERE number = ?"_s, {why, message});
}

Result<void> MessageStore::setRedeliveries(std::int64_t message, int redeliveries)
{
    return execute(u"UPDATE message SET redeliveries = ? WHERE number = ?"_s,
                   {std::int64_t{redeliveries}, message});
}

Result<void> MessageStore::execute(const QString &sql, const storage::Values &values)
{
    const auto executed = m_database->execute(sql, values);
    if (!executed)
        return failure(executed.error());
    return {};
}

} // namespace services::broker::embedded
