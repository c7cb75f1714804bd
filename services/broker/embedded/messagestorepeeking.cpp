// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people ask of the broker's file.

#include "messagestore.h"

#include <services/storage/eventrow.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace services::broker::embedded {

using std::chrono::system_clock;
using storage::Row;

namespace {

constexpr std::int64_t mostRevived = 10'000; // at once

system_clock::time_point momentOf(std::int64_t count)
{
    return system_clock::time_point(std::chrono::milliseconds(count));
}

} // namespace

Result<std::vector<PeekedMessage>> MessageStore::peek(const Peek &what)
{
    const QString ways[]
        = {u"dead_because IS NULL ORDER BY number"_s, u"dead_because IS NOT NULL ORDER BY number DESC"_s};
    return m_database->select<PeekedMessage>(
        u"SELECT number, length(payload), published_at, redeliveries, coalesce(dead_because, ''),"
        " event_id, topic, key, substr(payload, 1, ?), trace, occurred_at FROM message"
        " WHERE consumers = ? AND %1 LIMIT ?"_s.arg(ways[what.areDead ? 1 : 0]),
        {std::int64_t{PeekedMessage::mostShown}, what.group.value, std::int64_t{what.most}},
        [](const Row &row) {
            PeekedMessage message;
            message.number = row.integer(0);
            message.size = row.integer(1);
            message.publishedAt = momentOf(row.integer(2));
            message.redeliveries = static_cast<int>(row.integer(3));
            message.deadBecause = row.text(4);
            message.event = storage::eventOf(row, 5);
            return message;
        });
}

Result<MessageStore::Depth> MessageStore::dead(const CapabilityId &group)
{
    Depth depth;
    depth.group = group;
    const auto read = m_database->query(
        u"SELECT count(*) FROM message WHERE consumers = ? AND dead_because IS NOT NULL"_s, {group.value},
        [&depth](const Row &row) { depth.deadLetters = row.integer(0); });
    if (!read)
        return failure(read.error());
    auto latest = latestDead(group);
    if (!latest)
        return failure(latest.error());
    depth.latestDead = std::move(*latest);
    return depth;
}

Result<std::vector<Waiting>> MessageStore::deadOnes(const CapabilityId &group,
                                                    const std::vector<std::int64_t> &letters)
{
    auto dead = m_database->select<Waiting>(
        u"SELECT number, key, published_at, topic FROM message"
        " WHERE consumers = ? AND dead_because IS NOT NULL ORDER BY number LIMIT ?"_s,
        {group.value, letters.empty() ? mostRevived : std::int64_t{-1}}, [](const Row &row) {
            return Waiting{row.integer(0), row.bytes(1), momentOf(row.integer(2)), 0, {row.text(3)}};
        });
    if (dead && !letters.empty())
        std::erase_if(*dead, [&letters](const Waiting &letter) {
            return std::ranges::find(letters, letter.message) == letters.end();
        });
    return dead;
}

Result<std::vector<Waiting>> MessageStore::revive(const CapabilityId &group,
                                                  const std::vector<std::int64_t> &letters)
{
    auto dead = deadOnes(group, letters);
    if (!dead)
        return dead;
    for (auto &letter : *dead) {
        const auto copied = execute(
            u"INSERT INTO message (event_id, topic, key, payload, trace, occurred_at, consumers, "
            u"published_at)"
            " SELECT event_id, topic, key, payload, trace, occurred_at, consumers, published_at FROM message"
            " WHERE number = ?"_s,
            {letter.message});
        if (!copied)
            return failure(copied.error());
        const auto old = std::exchange(letter.message, m_database->lastInsertId());
        if (const auto removed = remove(old); !removed)
            return failure(removed.error());
    }
    return dead;
}

} // namespace services::broker::embedded
