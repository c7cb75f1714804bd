// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/broker.h>
#include <services/broker/waitingmessage.h>
#include <services/storage/database.h>

#include <map>
#include <optional>

namespace services::broker::embedded {

// The broker's file: one row for each message and group, until it is acknowledged. Thread of the broker.
class MessageStore
{
public:
    // When `unwanted` becomes true, it no longer waits for the file, and ends with Cancelled.
    static Result<MessageStore>
    open(const QString &file, bool survivesPowerLoss, const std::atomic<bool> *unwanted);

    Result<std::vector<TopicBinding>> topology();
    // Replaces it; what waits for groups that are gone is removed.
    Result<void> setTopology(const std::vector<TopicBinding> &topology);

    using Topics = std::map<TopicId, std::int64_t>; // messages by topic
    struct Depth
    {
        CapabilityId group;
        Topics topics; // messages that wait, or are in hand; none is zero
        std::int64_t deadLetters = 0;
        std::vector<DeadLetter> latestDead; // newest first
    };
    Result<std::vector<Depth>> depths();
    // The oldest messages of a group that come after this one, without its dead letters.
    Result<std::vector<Waiting>> page(const CapabilityId &group, std::int64_t after, int limit);
    // Nothing: the message is not there any more.
    Result<std::optional<Event>> contents(std::int64_t message);
    // Of those that wait the oldest, of dead letters the newest, in this order.
    Result<std::vector<PeekedMessage>> peek(const Peek &what);
    // The dead letters of a group; its topics are left out.
    Result<Depth> dead(const CapabilityId &group);

    // Runs `work` in one transaction, in which the following are called.
    Result<void> inOneTransaction(const std::function<Result<void>()> &work);
    Result<Waiting> add(const CapabilityId &group, const Event &event);
    Result<void> remove(std::int64_t message);
    Result<void> bury(std::int64_t message, const QString &why); // as a dead letter
    Result<void> setRedeliveries(std::int64_t message, int redeliveries);
    // Puts dead letters behind all other messages, as new ones; none named: all, or as many of them as one
    // transaction should take. Answers those that were there, under their new numbers.
    Result<std::vector<Waiting>> revive(const CapabilityId &group, const std::vector<std::int64_t> &letters);

private:
    explicit MessageStore(std::unique_ptr<storage::Database> database);
    Result<std::vector<Waiting>> deadOnes(const CapabilityId &group,
                                          const std::vector<std::int64_t> &letters);
    Result<std::vector<DeadLetter>> latestDead(const CapabilityId &group);
    Result<void> execute(const QString &sql, const storage::Values &values);

    std::unique_ptr<storage::Database> m_database;
};

} // namespace services::broker::embedded
