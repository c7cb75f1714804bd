// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unittotals.h"

#include <app/wording/figures.h>

#include <QCoreApplication>

#include <algorithm>

namespace app::inspector {

using services::runtime::InstanceState;

UnitTotals totalsOf(const services::platform::FleetSnapshot &fleet, const model::system::UnitId &unit)
{
    UnitTotals totals;
    totals.state = wording::words(InstanceState::Healthy);
    for (const auto &instance : fleet.instances) {
        if (instance.status.unit != unit)
            continue;
        totals.instances.push_back(&instance);
        totals.requestsPerSecond += instance.requests.perSecond;
        totals.failedPerSecond += instance.requests.failedPerSecond;
        totals.p95 = std::max(totals.p95, instance.requests.p95);
        const auto state = instance.status.state;
        if (const auto health = wording::healthOf(state); health > totals.health) {
            totals.health = health;
            totals.state = wording::words(state);
        }
        const bool runs = state == InstanceState::Healthy || state == InstanceState::Unresponsive
            || state == InstanceState::Starting;
        totals.well += state == InstanceState::Healthy ? 1 : 0;
        totals.anyRuns = totals.anyRuns || runs;
        totals.anyRests = totals.anyRests || state == InstanceState::Crashed || state == InstanceState::Failed
            || state == InstanceState::Stopped;
    }
    if (totals.well > 0 && totals.health != wording::Health::Good) { // the others do its work
        totals.health = wording::Health::Degraded;
        totals.state = QCoreApplication::translate("UnitTotals", "%1 of %2 %3")
                           .arg(static_cast<int>(totals.instances.size()) - totals.well)
                           .arg(totals.instances.size())
                           .arg(totals.state);
    }
    return totals;
}

} // namespace app::inspector
