// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scaler.h"

#include "instanceconditions.h"

#include <algorithm>

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::packaging::Unit;
using model::system::InstanceId;
using model::system::UnitId;

namespace {

constexpr int mostInstances = 64; // of a unit

} // namespace

Scaler::Scaler(const FleetPlan &plan, Roster &roster)
    : m_plan(plan)
    , m_roster(roster)
{
}

void Scaler::add(const Unit &unit, Boot boot)
{
    InstancePlan instance;
    instance.fleet = m_means;
    instance.unit = unit;
    instance.id = freeId(unit);
    instance.incarnation = m_incarnations[instance.id] + 1;
    const auto *entry = m_plan.packaging.unitOf(m_plan.system.entry);
    const bool isEntry = entry != nullptr && entry->id == unit.id && m_roster.of(unit.id).empty();
    if (isEntry && m_plan.options.entryPort != 0) {
        instance.port = m_plan.options.entryPort;
        instance.portIsFixed = true;
    }
    m_roster.add(std::move(instance), bootTimeOf(unit)).start(boot);
}

InstanceId Scaler::freeId(const Unit &unit) const
{
    for (int number = 1;; ++number) {
        const InstanceId id{u"%1-%2"_s.arg(unit.id.value).arg(number)};
        if (m_roster.find(id) == nullptr)
            return id;
    }
}

std::chrono::nanoseconds Scaler::bootTimeOf(const Unit &unit) const
{
    std::chrono::nanoseconds sum{0};
    for (const auto &id : unit.capabilities)
        sum += m_plan.system.capability(id)->bootTime;
    return std::chrono::duration_cast<std::chrono::nanoseconds>(sum * m_plan.options.bootTimeScale);
}

void Scaler::shrink(const UnitId &unit, int count)
{
    auto instances = m_roster.of(unit);
    std::ranges::stable_partition(instances, std::not_fn(isDown)); // what is down goes first, then the newest
    for (auto leaving = instances.begin() + count; leaving < instances.end(); ++leaving) {
        m_incarnations[(*leaving)->status().id] = (*leaving)->status().incarnation;
        (*leaving)->drain(m_plan.options.drainLimit);
        m_roster.retire(**leaving);
    }
}

QCoro::Task<Result<void>> Scaler::scale(Unit unit, int instances)
{
    const UnitId id = unit.id;
    if (instances < 1 || instances > mostInstances)
        co_return failure(
            Kind::InvalidInput,
            u"%1 can have 1 to %2 instances, not %3"_s.arg(id.value).arg(mostInstances).arg(instances),
            id.value);
    const int order = ++m_orders[id];
    for (auto count = static_cast<int>(m_roster.of(id).size()); count < instances; ++count)
        add(unit, Boot::Held);
    shrink(id, instances);
    std::function<bool()> settled = [this, id, order] {
        const auto isOfUnit = [&](const auto *instance) { return instance->status().unit == id; };
        auto all = m_roster.all();
        std::erase_if(all, std::not_fn(isOfUnit));
        return m_orders[id] != order || std::ranges::all_of(all, isSettled);
    };
    auto waited = co_await m_roster.until(std::move(settled));
    if (!waited)
        co_return waited;
    if (m_orders[id] != order)
        co_return failure(Kind::Conflict, u"%1 was scaled again meanwhile"_s.arg(id.value), id.value);
    co_return allHealthy(m_roster.of(id));
}

} // namespace services::runtime
