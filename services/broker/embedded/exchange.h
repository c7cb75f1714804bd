// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/consumergroup.h>

#include <QSet>

namespace services::broker::embedded {

// The broker itself, without threads: takes commands in order, writes what they ask for in one transaction,
// and hands out messages. Owned and used by the broker's thread alone; answers go to mailboxes.
class Exchange
{
public:
    struct Settings
    {
        Patience patience;
        std::size_t rememberedIds = 16'384;
    };

    Exchange(MessageStore store, Settings settings);
    // Once, before anything else: what the store holds from earlier.
    Result<void> load(Instant now);

    void process(std::vector<Command> commands, Instant now);
    // Each message is delivered so much later from now on.
    void setDelay(std::chrono::nanoseconds delay);
    // Tells publishers the outcome; apart, so that what they look at afterwards can be brought up to date
    // before.
    void confirm();
    // When to process() again though no command has come.
    Instant nextMoment() const;
    std::vector<Inlet::Sight> queues() const;

private:
    void handle(Declare &declare, Instant now);
    void handle(Publish &publish, Instant now);
    void handle(Subscribe &subscribe, Instant now);
    void handle(Pause &pause, Instant now);
    void handle(Unsubscribe &unsubscribe, Instant now);
    void handle(Acknowledge &acknowledge, Instant now);
    void handle(Refuse &refuse, Instant now);
    void handle(Return &returned, Instant now);

    using Stored = std::vector<std::pair<ConsumerGroup *, Waiting>>;
    void write(Instant now);
    bool hasSomethingToWrite(Instant now) const;
    Result<Stored> store();
    Result<void> store(const Publish &publish, Stored &stored, QSet<QByteArray> &ids);
    void remember(const QSet<QByteArray> &ids);

    Result<void> bind(const Interest &interest);
    Result<void> bindReadersOf(const std::vector<Event> &events);
    Result<void> setTopology(const std::vector<TopicBinding> &topology);
    void route(const std::vector<TopicBinding> &topology);
    ConsumerGroup &group(const CapabilityId &id);
    ConsumerGroup *groupOf(SubscriptionId subscription);

    MessageStore m_store;
    Settings m_settings;
    std::map<CapabilityId, ConsumerGroup> m_groups;
    std::vector<TopicBinding> m_topology;
    QHash<TopicId, std::vector<ConsumerGroup *>> m_routes;
    std::map<SubscriptionId, ConsumerGroup *> m_subscriptions;
    std::vector<Interest> m_unbound; // could not be written yet
    std::vector<Publish> m_publishes; // of this turn
    QSet<QByteArray> m_ids; // published lately
    std::deque<QByteArray> m_idsByAge;
    std::vector<std::pair<std::shared_ptr<Mailbox>, Confirmation>> m_confirmations;
    std::chrono::nanoseconds m_delay{0};
    Instant m_writeAgainAt = Instant::min();
};

} // namespace services::broker::embedded
