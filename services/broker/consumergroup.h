// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backlog.h"
#include "groupqueue.h"
#include "inlet.h"
#include "patience.h"

namespace services::broker {

// The consumers of one group, and what it knows of the backlog that they share: decides who gets what, and
// when. Thread of the broker. When the backlog fails, delivery pauses for a second.
class ConsumerGroup
{
public:
    ConsumerGroup(CapabilityId id, Backlog &backlog, const Patience &patience);

    // So many of its messages have been set aside already; the latest of them, newest first.
    void setDead(std::int64_t letters, std::vector<DeadLetter> latest);
    // A message of its backlog.
    void add(Waiting waiting, Instant now);
    // Asks the backlog for messages.
    void fill(Instant now);
    // Its messages have been removed.
    void clear();

    void join(SubscriptionId subscription, int prefetch, std::shared_ptr<Mailbox> mailbox);
    // It gets nothing more, and keeps what it has.
    void suspend(SubscriptionId subscription);
    void leave(SubscriptionId subscription, Instant now);
    void acknowledge(DeliveryTag tag);
    void refuse(DeliveryTag tag, const Error &why, Instant now);
    void takeBack(DeliveryTag tag, Instant now);
    // Delivers it now: takes it out of the hands of whoever has it, or out of its wait for another try.
    // False: the group does not know it, or it waits for its turn.
    bool hurry(std::int64_t message, Instant now);
    bool isInHand(std::int64_t message) const;

    // Each message is delivered so much later from now on; less than before: at once.
    void setDelay(std::chrono::nanoseconds delay);
    // Takes back what was held for too long and hands out what it can.
    void advance(Instant now);
    void deliver(Instant now);
    Instant nextMoment() const;

    bool hasConsumers() const { return !m_consumers.empty(); }
    const CapabilityId &id() const { return m_id; }
    std::vector<std::pair<std::int64_t, int>> delivered() const { return m_queue.delivered(); }
    std::size_t known() const { return m_queue.size(); } // messages
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
    void handOut(std::int64_t message, Consumer &consumer, Instant now);
    void pause(const Error &error, Instant now);

    CapabilityId m_id;
    Backlog &m_backlog;
    Patience m_patience;
    GroupQueue m_queue;
    std::vector<Consumer> m_consumers;
    std::uint64_t m_turns = 0;
    std::int64_t m_redelivered = 0;
    std::int64_t m_deadLetters = 0;
    std::vector<DeadLetter> m_latestDead; // newest first
    std::chrono::nanoseconds m_delay{0};
    Instant m_pausedUntil = Instant::min();
};

} // namespace services::broker
