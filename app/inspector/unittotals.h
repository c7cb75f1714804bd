// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/wording/health.h>
#include <services/platform/snapshot.h>

#include <vector>

namespace app::inspector {

inline constexpr int mostInstances = 9; // of a unit, that a person can ask for

// What all instances of a unit do together at the moment. A value; the instances stay the snapshot's.
struct UnitTotals
{
    std::vector<const services::platform::InstanceSnapshot *> instances;
    double requestsPerSecond = 0;
    double failedPerSecond = 0;
    std::chrono::nanoseconds p95{0}; // of the slowest instance
    wording::Health health = wording::Health::Good;
    QString state; // of the instance about which there is most to say: "crashed", "1 of 2 crashed"
    int well = 0; // instances that serve
    bool anyRuns = false; // could be crashed
    bool anyRests = false; // could be started again
};

UnitTotals totalsOf(const services::platform::FleetSnapshot &fleet, const model::system::UnitId &unit);

} // namespace app::inspector
