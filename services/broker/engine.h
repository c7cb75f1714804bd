// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "consumergroup.h"
#include "topology.h"

#include <QHash>

namespace services::broker {

// What is the same behind every broker, without threads: takes commands in order, knows who reads what, and
// hands out messages to the consumers of each group. Where the messages are is for those to know who derive
// from it. Made, used and destroyed in the broker's thread; answers go to mailboxes.
class Engine
{
public:
    explicit Engine(const Patience &patience);
    virtual ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    // Waits for something to do: commands, the time of something, or whatever else the engine listens to.
    // Nothing: the end, a fall, or the loss of what it cannot do without.
    virtual std::optional<std::vector<Command>> next(Inlet &inlet);
    void process(std::vector<Command> commands, Instant now);
    // Each message is delivered so much later from now on.
    void setDelay(std::chrono::nanoseconds delay);
    // Tells publishers the outcome; apart, so that what they look at afterwards can be brought up to date
    // before.
    void confirm();
    // No more commands will come: lets go in good order, as far as that takes no time, and answers whatever
    // is unanswered. `isEnd`: for good; not after a fall.
    virtual void finish(bool /*isEnd*/) { }
    // When to process() again though no command has come.
    virtual Instant nextMoment() const;
    std::vector<Inlet::Sight> queues() const;

protected:
    // Makes who reads what so where the messages are kept; what waits for groups that are gone is removed.
    virtual Result<void> setTopology(const std::vector<TopicBinding> &topology) = 0;
    // Has the events stored, and answers, now or later.
    virtual void publish(Publish publish) = 0;
    // Where the messages of a group are, which may be new. Stays there.
    virtual Backlog &backlogOf(const CapabilityId &group) = 0;
    // The messages of the group have been removed.
    virtual void cleared(const CapabilityId &group) = 0;
    // Each turn, between taking commands and handing out messages.
    virtual void write(Instant now) = 0;

    // What lies in the queue of a group that there is. Those engines that can tell override it.
    virtual Result<std::vector<PeekedMessage>> peek(const Peek &what);
    // Puts dead letters of a group that there is back into its queue; none named: all. The same.
    virtual Result<void> replay(ConsumerGroup &group, const std::vector<std::int64_t> &letters, Instant now);

    // Whom the topics go to from now on.
    void route(const std::vector<TopicBinding> &topology);
    std::vector<ConsumerGroup *> readersOf(const TopicId &topic) const { return m_routes.value(topic); }
    std::map<CapabilityId, ConsumerGroup> &groups() { return m_groups; }
    ConsumerGroup &group(const CapabilityId &id);
    const std::vector<TopicBinding> &topology() const { return m_topology; }
    void answer(std::shared_ptr<Mailbox> mailbox, Ticket ticket, Result<void> outcome);

private:
    void handle(Declare &declare, Instant now);
    void handle(Publish &publish, Instant now);
    void handle(Subscribe &subscribe, Instant now);
    void handle(Pause &pause, Instant now);
    void handle(Unsubscribe &unsubscribe, Instant now);
    void handle(Acknowledge &acknowledge, Instant now);
    void handle(Refuse &refuse, Instant now);
    void handle(Return &returned, Instant now);
    void handle(Look &look, Instant now);
    void handle(Replay &replay, Instant now);
    void handle(Redeliver &redeliver, Instant now);

    Result<void> replaceTopology(const std::vector<TopicBinding> &topology);
    Result<void> bind(const Interest &interest);
    Result<void> bindReadersOf(const std::vector<Event> &events);
    void serve(Instant now);
    Result<void> look(Look &look);
    ConsumerGroup *groupOf(SubscriptionId subscription);
    Result<ConsumerGroup *> known(const CapabilityId &group);

    Patience m_patience;
    std::map<CapabilityId, ConsumerGroup> m_groups;
    std::vector<TopicBinding> m_topology;
    QHash<TopicId, std::vector<ConsumerGroup *>> m_routes;
    std::map<SubscriptionId, ConsumerGroup *> m_subscriptions;
    std::vector<Interest> m_unbound; // could not be written yet
    std::vector<std::pair<std::shared_ptr<Mailbox>, Confirmation>> m_confirmations;
    std::chrono::nanoseconds m_delay{0};
    std::vector<Look> m_looks; // of this turn
    std::vector<Replay> m_replays; // the same
};

} // namespace services::broker
