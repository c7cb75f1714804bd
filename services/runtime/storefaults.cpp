// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefaults.h"

#include <services/waiting/post.h>

#include <QLoggingCategory>

#include <algorithm>

namespace services::runtime {

using faults::FaultInForce;
using model::operation::FaultKind;
using model::operation::FaultReach;
using model::operation::FaultSetting;
using model::packaging::Unit;
using model::system::UnitId;
using storage::StoreCondition;

namespace {

Q_LOGGING_CATEGORY(log, "faultline.faults", QtWarningMsg)

bool takes(const FaultInForce &inForce, const Unit &unit)
{
    const auto &capability = inForce.fault.target.capability;
    return description(inForce.fault.kind).reach == FaultReach::Store
        && std::ranges::find(unit.capabilities, capability) != unit.capabilities.end();
}

void add(const model::operation::Fault &fault, StoreCondition &condition)
{
    switch (fault.kind) {
    case FaultKind::StoreLocked:
        condition.locked = true;
        break;
    case FaultKind::StoreFull:
        condition.full = true;
        break;
    case FaultKind::StoreSlow:
        condition.delay += std::chrono::nanoseconds(
            static_cast<std::int64_t>(fault.setting(FaultSetting::DelayMs) * 1e6));
        break;
    case FaultKind::StoreLost:
        condition.lost = true;
        break;
    case FaultKind::StoreCorrupt:
        condition.damaged = true;
        break;
    default:
        break;
    }
}

} // namespace

StoreFaults::StoreFaults(Roster &roster)
    : m_roster(roster)
{
    m_worker.setMaxThreadCount(1);
}

StoreFaults::~StoreFaults()
{
    heal();
}

void StoreFaults::apply(const std::vector<FaultInForce> &inForce)
{
    if (!m_means || m_isHealed)
        return;
    for (const auto &unit : m_means->plan.packaging.units) {
        StoreCondition condition;
        for (const auto &each : inForce) {
            if (takes(each, unit))
                add(each.fault, condition);
        }
        auto &wanted = m_wanted[unit.id];
        if (wanted == condition)
            continue;
        wanted = condition;
        make(unit.id, condition);
    }
}

void StoreFaults::make(const UnitId &unit, const StoreCondition &condition)
{
    const auto store = m_means->stores.at(unit);
    m_worker.start(waiting::Posted([this, unit, condition, store] {
        waiting::post(this, [this, unit, outcome = store->make(condition)] { onMade(unit, outcome); });
    }));
}

void StoreFaults::onMade(const UnitId &unit, const Result<void> &outcome)
{
    if (!outcome)
        qCWarning(log).noquote() << outcome.error().message;
    const auto &wanted = m_wanted[unit];
    if (!wanted.lost && !wanted.damaged && !m_isHealed)
        revive(unit);
}

void StoreFaults::revive(const UnitId &unit)
{
    const auto file = storeFileOf(m_means->plan, unit);
    for (auto *const instance : m_roster.of(unit)) {
        const auto &status = instance->status();
        if (status.state == InstanceState::Failed && status.reason && status.reason->subject == file)
            instance->start(InstanceLifecycle::Boot::Held);
    }
}

void StoreFaults::heal()
{
    m_isHealed = true;
    m_worker.waitForDone();
    if (!m_means)
        return;
    for (const auto &[unit, store] : m_means->stores) {
        if (const auto healed = store->make({}); !healed)
            qCWarning(log).noquote() << healed.error().message;
    }
}

} // namespace services::runtime
