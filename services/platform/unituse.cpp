// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unituse.h"

#include <map>

namespace services::platform {

using experiment::AutoscaledUnits;
using runtime::InstanceState;

std::vector<AutoscaledUnits::Use> usesOf(const FleetSnapshot &fleet)
{
    std::map<model::system::UnitId, runtime::Autoscaler::Observation> units;
    for (const auto &instance : fleet.instances) {
        const auto state = instance.status.state;
        if (state == InstanceState::Draining || state == InstanceState::Stopped)
            continue;
        auto &seen = units.try_emplace(instance.status.unit, runtime::Autoscaler::Observation{0, 0, 0})
                         .first->second;
        ++seen.instances;
        if (state != InstanceState::Healthy || instance.occupancy.workers == 0)
            continue;
        ++seen.ready;
        seen.utilisation += (instance.utilisation - seen.utilisation) / seen.ready; // the mean so far
    }
    std::vector<AutoscaledUnits::Use> uses;
    for (const auto &[unit, seen] : units)
        uses.push_back({unit, seen});
    return uses;
}

} // namespace services::platform
