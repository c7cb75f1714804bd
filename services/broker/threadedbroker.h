// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine.h"
#include "patience.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace services::broker {

// What every broker of ours does in front of its engine, which a thread of the broker's own works on: takes
// what is asked of it in any thread, and opens the engine anew after each fall. Whoever derives from it calls
// stop() when it is destroyed.
class ThreadedBroker : public Broker
{
public:
    void declare(std::vector<TopicBinding> topology, QObject *context, Confirmed done) final;
    void publish(std::vector<Event> events, QObject *context, Confirmed done) final;
    void send(CapabilityId group, Event event, QObject *context, Confirmed done) final;
    SubscriptionId subscribe(Interest interest, QObject *context, Deliver deliver) final;
    void pause(SubscriptionId subscription) final;
    void unsubscribe(SubscriptionId subscription) final;
    void dismiss(const Owner &owner) final;
    void ack(DeliveryTag tag) final;
    void nack(DeliveryTag tag, Error why) final;
    std::vector<QueueStatus> queues() const final;
    void peek(Peek what, QObject *context, Seen seen) final;
    void
    replay(CapabilityId group, std::vector<std::int64_t> letters, QObject *context, Confirmed done) final;
    void redeliver(CapabilityId group, std::int64_t message, QObject *context, Confirmed done) final;
    void make(BrokerCondition condition) final;
    void stop() final;

protected:
    ThreadedBroker();
    // Once: opens the engine in the broker's thread and begins to work, or ends with the error.
    void start(QObject *context, Confirmed opened);

    // In the broker's thread, at the beginning and after each fall.
    virtual Result<std::unique_ptr<Engine>> openEngine() = 0;
    // Any thread: nobody waits any more for what openEngine() does.
    virtual void abandonOpening() { }
    // Any thread: ends whatever the broker's thread waits for outside this process.
    virtual void cut() { }
    // Commands or a new condition have come, for an engine that listens to something else as well.
    const std::shared_ptr<Inlet> &inlet() const { return m_inlet; }

private:
    void run(Ticket ticket, const std::shared_ptr<Mailbox> &mailbox);
    void work(Engine &engine);
    void liveOn();

    std::shared_ptr<Inlet> m_inlet; // outlives the broker in the postboxes of contexts that outlive it
    std::mutex m_stopping;
    std::mutex m_endMutex;
    std::condition_variable m_ended;
    bool m_hasEnded = false;
    std::thread m_thread;
};

} // namespace services::broker
