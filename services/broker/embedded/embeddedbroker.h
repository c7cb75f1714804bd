// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/broker.h>
#include <services/broker/patience.h>
#include <services/waiting/waitscope.h>

#include <QCoroTask>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace services::broker {
class Inlet;
}

namespace services::broker::embedded {

// The broker that Faultline brings along: queues in one SQLite file, worked on by a thread of its own. What
// came in while it was busy is stored in one transaction, which makes many publishers fast. Confirmed
// messages survive the death of the process, and of the machine when `survivesPowerLoss` is set (one fsync
// per transaction).
class EmbeddedBroker final : public Broker
{
public:
    struct Options
    {
        QString file;
        Patience patience;
        std::size_t rememberedIds = 16'384; // how many published ids are kept to recognise repeats
        bool survivesPowerLoss = false;
    };

    // Opens the file, or makes it, and starts working, without blocking the scope's thread: takes
    // milliseconds, or seconds when another process holds the file. Errors are those of storage; Cancelled
    // when the scope ends.
    static QCoro::Task<Result<std::shared_ptr<EmbeddedBroker>>> open(waiting::WaitScope &scope,
                                                                     Options options);
    ~EmbeddedBroker() override;

    void declare(std::vector<TopicBinding> topology, QObject *context, Confirmed done) override;
    void publish(std::vector<Event> events, QObject *context, Confirmed done) override;
    void send(CapabilityId group, Event event, QObject *context, Confirmed done) override;
    SubscriptionId subscribe(Interest interest, QObject *context, Deliver deliver) override;
    void pause(SubscriptionId subscription) override;
    void unsubscribe(SubscriptionId subscription) override;
    void dismiss(const Owner &owner) override;
    void ack(DeliveryTag tag) override;
    void nack(DeliveryTag tag, Error why) override;
    std::vector<QueueStatus> queues() const override;
    // Down: its thread lets go of the file and of all it knows, as the end of a process would.
    void make(BrokerCondition condition) override;
    void stop() override;

private:
    EmbeddedBroker();
    void start(Options options, QObject *context, Confirmed opened);

    std::shared_ptr<Inlet> m_inlet; // outlives the broker in the postboxes of contexts that outlive it
    bool m_isOpen = false;
    std::atomic<bool> m_isUnwanted = false; // gives up the wait for the file
    std::mutex m_stopping;
    std::thread m_thread;
};

} // namespace services::broker::embedded
