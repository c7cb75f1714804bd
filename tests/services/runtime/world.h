// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "toy.h"

#include <services/runtime/fleet.h>
#include <services/transport/httpcaller.h>
#include <services/waiting/looptimers.h>

#include <QTemporaryDir>

#include <tests/support/waitfor.h>

namespace toy {

using services::runtime::Fleet;
using services::runtime::FleetOptions;
using services::runtime::FleetPlan;
using services::runtime::InstanceState;
using services::runtime::InstanceStatus;
using tests::support::turnUntil;

// tests::support::waitFor, which QCoro's own would hide.
template<typename T>
T awaited(QCoro::Task<T> task)
{
    return tests::support::waitFor(std::move(task));
}

inline FleetPlan plan(model::packaging::Packaging packaging, const QString &folder)
{
    FleetPlan made{system(), std::move(packaging), folder, {}, {}};
    made.options.serviceTimeScale = 0;
    made.options.sampledShare = 1;
    made.options.healthInterval = std::chrono::milliseconds(50);
    return made;
}

// A customer of a fleet, in the test's thread. With the fleet's key (which the fleet's own callers have) it
// may ask every capability, otherwise only those which strangers may see.
class Customer
{
public:
    explicit Customer(const Fleet &fleet)
        : Customer(fleet, fleet.plan().options.fleetKey)
    {
    }
    Customer(const Fleet &fleet, QByteArray fleetKey)
        : m_addresses(fleet.addressSource())
        , m_client({}, m_scope, m_timers)
        , m_caller(m_client, *m_addresses, m_clock, std::move(fleetKey))
    {
    }
    ~Customer() { m_scope.cancel(); }
    Customer(const Customer &) = delete;
    Customer &operator=(const Customer &) = delete;

    QCoro::Task<Result<Reply>> send(CapabilityId capability, QString operation, QString id = {})
    {
        Request request;
        request.endpoint = {std::move(capability), std::move(operation)};
        if (!id.isEmpty())
            request.path.insert(u"id"_s, std::move(id));
        request.context.deadline = m_clock.now() + m_patience;
        auto reply = co_await m_caller.call(std::move(request));
        co_return reply;
    }
    Result<Reply> ask(CapabilityId capability, QString operation, QString id = {})
    {
        return awaited(send(std::move(capability), std::move(operation), std::move(id)));
    }
    Result<Reply> askFront(const QString &id) { return ask(front, u"GET /ask/{id}"_s, id); }

    QCoro::Task<Result<void>> rest(std::chrono::milliseconds duration)
    {
        return services::waiting::sleepFor(m_scope, m_timers, duration);
    }

    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    services::waiting::WaitScope &scope() { return m_scope; }

private:
    services::contract::SystemClock m_clock;
    services::waiting::LoopTimers m_timers;
    services::waiting::WaitScope m_scope;
    std::unique_ptr<services::transport::AddressSource> m_addresses;
    services::transport::HttpClient m_client;
    services::transport::HttpCaller m_caller;
    std::chrono::milliseconds m_patience{15000};
};

// A fleet with its own folder and code.
struct World
{
    using Change = std::function<void(FleetPlan &)>; // of what is usual in these tests
    explicit World(model::packaging::Packaging packaging, const std::optional<FleetOptions> &options = {})
        : World(std::move(packaging),
                [options](FleetPlan &plan) { plan.options = options.value_or(plan.options); })
    {
    }
    World(model::packaging::Packaging packaging, const Change &change)
        : factory(knobs)
    {
        auto made = plan(std::move(packaging), folder.path());
        change(made);
        fleet = std::make_unique<Fleet>(std::move(made), factory);
    }
    InstanceState state(const QString &instance) const { return fleet->instance({instance})->state; }
    bool becomes(const QString &instance, InstanceState state)
    {
        return turnUntil([&] { return this->state(instance) == state; });
    }

    QTemporaryDir folder;
    Knobs knobs;
    Factory factory;
    std::unique_ptr<Fleet> fleet;
};

} // namespace toy
