// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery.h"
#include "peeking.h"
#include "queuestatus.h"

#include <model/result/result.h>

#include <QObject>

#include <chrono>
#include <functional>
#include <vector>

namespace services::broker {

using contract::Event;
using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;
using model::system::CapabilityId;
using model::system::TopicId;

// Who gets the messages of a topic: each group (a consuming capability) has one queue, which its consumers
// share.
struct TopicBinding
{
    TopicId topic;
    std::vector<CapabilityId> groups;
};

// Whose a subscription is, so that others can end it when its owner cannot: one run of an instance. Without
// an instance: nobody's.
struct Owner
{
    model::system::InstanceId instance;
    int incarnation = 0;
};

// What a consumer wants: the queue of its group, at most `prefetch` unacknowledged messages at once. Topics
// that are not bound to the group yet become so, for messages published from then on; as long as that fails,
// publishing on them fails too, since what is confirmed must reach the group.
struct Interest
{
    CapabilityId group;
    std::vector<TopicId> topics;
    int prefetch = 16;
    Owner owner{};
};

// What a broker has to suffer; as it is made, nothing.
struct BrokerCondition
{
    bool isDown = false; // its process has gone; what it has stored is there still
    std::chrono::nanoseconds delay{0}; // each message is delivered so much later

    bool operator==(const BrokerCondition &) const = default;
};

// Carries messages from publishers to groups of consumers, at least once, whatever crashes. Each group gets
// each message of its topics, kept until one of its consumers has acknowledged it; messages of one key reach
// a group one after the other, in the order in which they were published.
//
// A thread-safe facade: one per fleet, owned by it and outliving its instances' use. Callbacks run in the
// thread of their `context`, from its event loop, never inside the call; call publish() and subscribe() in
// that thread. When a context dies, its callbacks never run and its subscriptions end. A failed broker
// answers errors, it never blocks.
class Broker
{
public:
    using Confirmed = std::function<void(Result<void>)>;
    using Deliver = std::function<void(Delivery)>;

    Broker() = default;
    virtual ~Broker() = default;
    Broker(const Broker &) = delete;
    Broker &operator=(const Broker &) = delete;

    // Sets who gets what from now on, so that messages wait for consumers which are not there yet. A group
    // that no topic names any more loses its queue and what is in it.
    virtual void declare(std::vector<TopicBinding> topology, QObject *context, Confirmed done) = 0;

    // All of the events are stored, or none and `done` is told why (Full, Unavailable after stop(),
    // Overloaded ...). A server may have some of them even then, and they are there twice when they are
    // published again. An event that was published a short while ago, recognised by its id, is confirmed and
    // not stored again.
    virtual void publish(std::vector<Event> events, QObject *context, Confirmed done) = 0;
    // The same of one event into the queue of one group only, which reads its topic; NotFound if it does not.
    virtual void send(CapabilityId group, Event event, QObject *context, Confirmed done) = 0;

    // Ends the subscriptions of earlier incarnations of its owner: whoever was replaced no longer consumes.
    virtual SubscriptionId subscribe(Interest interest, QObject *context, Deliver deliver) = 0;
    // In the subscriber's thread: nothing more is delivered after this has returned; what was delivered stays
    // in its hands, to be acknowledged or refused before it unsubscribes.
    virtual void pause(SubscriptionId subscription) = 0;
    // In the subscriber's thread: nothing is delivered after this has returned. What it did not acknowledge
    // goes to other consumers of the group at once, or waits for one. Of an ended subscription: does nothing.
    virtual void unsubscribe(SubscriptionId subscription) = 0;
    // Unsubscribes for somebody who has crashed, or hangs: any thread, and the owner's may be busy with a
    // delivery still. Holds for its earlier incarnations too, and for what any of them subscribes to later.
    virtual void dismiss(const Owner &owner) = 0;

    // The message is done with and never delivered again. Also counts when it comes too late, or after
    // unsubscribe(), unless somebody else has it in hand by then.
    virtual void ack(DeliveryTag tag) = 0;
    // Deliver it again, later: the delay grows each time, so that a message nobody can handle does not spin.
    // When `why` is about the message (mayPass()), and not for the first few times (Patience), it becomes a
    // dead letter: kept and counted, not delivered any more, and out of the way of the others of its key.
    virtual void nack(DeliveryTag tag, Error why) = 0;

    virtual std::vector<QueueStatus> queues() const = 0;

    // For people. Not every broker can do each of these: InvalidInput then, with the reason. NotFound when
    // there is no such group or message. Looking takes nothing out of the queue and changes nothing in it.
    using Seen = std::function<void(Result<std::vector<PeekedMessage>>)>;
    virtual void peek(Peek what, QObject *context, Seen seen);
    // Dead letters go to the end of their group's queue, as if they were new; none named: all that there are.
    virtual void
    replay(CapabilityId group, std::vector<std::int64_t> letters, QObject *context, Confirmed done);
    // A message that waits for another try is delivered now; one that a consumer has in hand goes to whoever
    // is there, once more: both may then handle it.
    virtual void redeliver(CapabilityId group, std::int64_t message, QObject *context, Confirmed done);

    // Makes it suffer this and nothing else; any thread. Down: publishing fails with Unavailable, nothing is
    // delivered, acknowledgements are lost and with them the knowledge of who has what in hand. Up again, it
    // goes on with what it has stored and with whoever is subscribed by then, in the order of publishing.
    virtual void make(BrokerCondition condition) = 0;

    // Ends it within milliseconds; unanswered publishes fail with Unavailable, no message is delivered any
    // more. What was confirmed and not acknowledged stays stored. Any thread; again: does nothing.
    virtual void stop() = 0;
};

} // namespace services::broker
