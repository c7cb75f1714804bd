// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fleetcost.h"

#include <algorithm>

namespace services::experiment {

std::optional<std::chrono::duration<double>> FleetCost::cpuOfThousandAttempts() const
{
    return attempts > 0 ? std::optional(1000 * cpu / attempts) : std::nullopt;
}

// From the first look to the last one: what is spent is known then alone.
std::optional<FleetCost> fleetCostOf(const FleetRecord &record)
{
    FleetCost cost;
    const Sighting *first = nullptr;
    const Sighting *last = nullptr;
    double looks = 0;
    for (const auto &sighting : record.sightings) {
        if (sighting.at < record.begin || sighting.at > record.end)
            continue;
        first = first == nullptr ? &sighting : first;
        last = &sighting;
        ++looks;
        cost.memoryMegabytes += (sighting.memoryMegabytes - cost.memoryMegabytes) / looks; // the mean so far
        cost.instances += (sighting.instances - cost.instances) / looks;
    }
    if (first == last)
        return std::nullopt;
    cost.cpu = last->cpu - first->cpu;
    cost.attempts = static_cast<int>(std::ranges::count_if(record.results, [&](const auto &result) {
        return result.intendedStart >= first->at && result.intendedStart < last->at;
    }));
    return cost;
}

} // namespace services::experiment
