// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster.h"

#include <algorithm>

namespace services::runtime {

Roster::Roster(InstanceLifecycle::Means means, waiting::WaitScope &scope)
    : m_means(means)
    , m_scope(scope)
{
}

Roster::~Roster()
{
    for (const auto &place : m_places) // all at once, before the first is waited for
        place.instance->crash();
}

InstanceLifecycle &Roster::add(InstancePlan plan, std::chrono::nanoseconds bootTime)
{
    auto instance = std::make_unique<InstanceLifecycle>(std::move(plan), bootTime, m_means);
    connect(instance.get(), &InstanceLifecycle::reported, this, &Roster::reported);
    connect(instance.get(), &InstanceLifecycle::perished, this,
            [this, lifecycle = instance.get()] { Q_EMIT perished(lifecycle->status().id); });
    connect(instance.get(), &InstanceLifecycle::ended, this, &Roster::ended);
    connect(instance.get(), &InstanceLifecycle::ended, this, &Roster::lookAgain);
    connect(instance.get(), &InstanceLifecycle::changed, this, [this](const InstanceStatus &status) {
        Q_EMIT changed(status);
        lookAgain();
    });
    m_places.push_back({std::move(instance)});
    return *m_places.back().instance;
}

void Roster::retire(const InstanceLifecycle &instance)
{
    const auto isIt = [&](const Place &place) { return place.instance.get() == &instance; };
    const auto found = std::ranges::find_if(m_places, isIt);
    if (found != m_places.end())
        found->retired = true;
    lookAgain();
}

std::vector<InstanceLifecycle *> Roster::all() const
{
    std::vector<InstanceLifecycle *> instances;
    for (const auto &place : m_places)
        instances.push_back(place.instance.get());
    return instances;
}

std::vector<InstanceLifecycle *> Roster::of(const model::system::UnitId &unit) const
{
    std::vector<InstanceLifecycle *> instances;
    for (const auto &place : m_places) {
        if (!place.retired && place.instance->status().unit == unit)
            instances.push_back(place.instance.get());
    }
    return instances;
}

InstanceLifecycle *Roster::find(const model::system::InstanceId &id) const
{
    const auto isIt = [&](const Place &place) { return place.instance->status().id == id; };
    const auto found = std::ranges::find_if(m_places, isIt);
    return found == m_places.end() ? nullptr : found->instance.get();
}

bool Roster::isAlive() const
{
    return std::ranges::any_of(m_places, [](const Place &place) { return place.instance->isAlive(); });
}

QCoro::Task<Result<void>> Roster::until(std::function<bool()> condition)
{
    if (condition())
        co_return Result<void>();
    waiting::Pending<void> pending(m_scope);
    m_waiters.push_back({std::move(condition), pending.completer()});
    auto outcome = co_await pending;
    co_return outcome;
}

// From the event loop: whoever is told of a change may be in the middle of an order, and who waits may give
// further ones.
void Roster::lookAgain()
{
    QMetaObject::invokeMethod(this, &Roster::sweep, Qt::QueuedConnection);
}

void Roster::sweep()
{
    std::erase_if(m_places, [](const Place &place) { return place.retired && !place.instance->isAlive(); });
    std::erase_if(m_waiters, [](const Waiter &waiter) { return waiter.completer.isSettled(); });
    const auto waiters = m_waiters;
    for (const auto &waiter : waiters) {
        if (!waiter.completer.isSettled() && waiter.condition())
            waiter.completer.complete({});
    }
}

} // namespace services::runtime
