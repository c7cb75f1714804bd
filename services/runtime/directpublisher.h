// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/outboxrelay.h>
#include <services/storage/eventsink.h>

namespace services::runtime {

// What takes the outbox's place while that is off: publishes each event once, after its transaction has
// committed. What a crash in between, or a broker that is away, keeps from being published is lost, which is
// what it is there to show. Owned by the instance, in its thread; ends with the scope.
class DirectPublisher final : public storage::EventSink
{
public:
    struct Surroundings
    {
        waiting::WaitScope &scope;
        waiting::Timers &timers;
    };
    DirectPublisher(storage::Database &database, broker::Broker &broker, Surroundings surroundings);

    void onPublished(broker::OutboxRelay::Published told) { m_published = std::move(told); }
    storage::Result<void> append(const contract::Event &event) override;

private:
    QCoro::Task<> publish(contract::Event event);

    storage::Database &m_database;
    broker::Broker &m_broker;
    Surroundings m_around;
    broker::OutboxRelay::Published m_published;
};

} // namespace services::runtime
