// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "embedded/messagestore.h"
#include "groupqueue.h"
#include "inlet.h"
#include "patience.h"

namespace services::broker {

// One queue, the consumers who share it, and what of it lies only in the store: a consumer that stays away
// for long costs disk, not memory. Thread of the broker. When the store fails, delivery pauses for a second.
class ConsumerGroup
{
public:
    ConsumerGroup(CapabilityId id, embedded::MessageStore &store, const Patience &patience);

    // So many of its messages are in the store already.
    void load(const embedded::MessageStore::Depth &depth, Instant now);
    // A message that is now in the store.
    void add(Waiting waiting, Instant now);
    // Its messages have been removed from the store.
    void clear();

    void join(SubscriptionId subscription, int prefetch, std::shared_ptr<Mailbox> mailbox);
    // It gets nothing more, and keeps what it has.
    void suspend(SubscriptionId subscription);
    void leave(SubscriptionId subscription, Instant now);
    void acknowledge(DeliveryTag tag);
    void refuse(DeliveryTag tag, const Error &why, Instant now);
    void takeBack(DeliveryTag tag, Instant now);

    // Each message is delivered so much later from now on; less than before: at once.
    void setDelay(std::chrono::nanoseconds delay);
    // Takes back what was held for too long and hands out what it can.
    void advance(Instant now);
    void deliver(Instant now);
    Instant nextMoment() const;

    // What has happened to messages and is not in the store yet: write it in a transaction, then say so.
    bool hasUnwritten() const { return !m_done.empty() || !m_redeliveries.empty() || !m_dead.empty(); }
    Result<void> write() const;
    void written();

    bool hasConsumers() const { return !m_consumers.empty(); }
    const CapabilityId &id() const { return m_id; }
    Inlet::Sight sight() const;

private:
    struct Consumer
    {
        SubscriptionId subscription;
        int prefetch;
        std::shared_ptr<Mailbox> mailbox;
        int inFlight = 0;
        std::uint64_t lastTurn = 0;
    };
    Consumer *idlest();
    void giveBack(std::int64_t message, Instant when);
    void settle(std::int64_t message);
    void bury(std::int64_t message, const Error &why);
    void forget(std::int64_t message);
    void release(std::int64_t message);
    std::optional<std::int64_t> nextReady(Instant now);
    bool loadPage(Instant now);
    void handOut(std::int64_t message, Consumer &consumer, Instant now);
    void pause(const Error &error, Instant now);

    CapabilityId m_id;
    embedded::MessageStore &m_store;
    Patience m_patience;
    GroupQueue m_queue; // the oldest messages
    std::int64_t m_lastInQueue = 0;
    bool m_isComplete = true; // the queue has all that the store has
    embedded::MessageStore::Topics m_depths; // none is zero
    std::vector<Consumer> m_consumers;
    std::uint64_t m_turns = 0;
    std::int64_t m_redelivered = 0;
    std::int64_t m_deadLetters = 0;
    std::vector<DeadLetter> m_latestDead; // newest first
    std::chrono::nanoseconds m_delay{0};
    Instant m_pausedUntil = Instant::min();
    std::vector<std::int64_t> m_done;
    std::map<std::int64_t, int> m_redeliveries;
    std::map<std::int64_t, QString> m_dead; // and why
};

} // namespace services::broker
