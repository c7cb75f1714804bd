// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sightings.h"

namespace services::platform {

experiment::Sighting sightingOf(const FleetSnapshot &fleet, Instant at)
{
    using enum runtime::InstanceState;
    experiment::Sighting sighting;
    sighting.at = at;
    sighting.instances = fleet.cost.instances;
    sighting.memoryMegabytes = fleet.cost.memoryMegabytes;
    sighting.cpu = fleet.cost.cpu;
    for (const auto &call : fleet.calls)
        sighting.capabilities[call.link.to.capability].calls
            += call.calls + call.retries - call.stoppedByBreaker - call.stoppedByBulkhead;
    for (const auto &instance : fleet.instances) {
        const auto state = instance.status.state;
        if (state == Crashed || state == Failed || state == Stopped)
            continue;
        for (const auto &capability : instance.status.capabilities)
            ++sighting.capabilities[capability].instances;
    }
    for (const auto &queue : fleet.queues)
        sighting.capabilities[queue.group].waiting = queue.depth;
    return sighting;
}

} // namespace services::platform
