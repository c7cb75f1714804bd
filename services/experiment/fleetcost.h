// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runrecord.h"

#include <chrono>
#include <optional>

namespace services::experiment {

// What a fleet has taken between the first and the last look at it after the warm-up, to be set beside what
// another one took for the same customers. A value, computed from a record.
struct FleetCost
{
    double memoryMegabytes = 0; // declared, of its instances: the mean over the looks
    double instances = 0; // those which boot or drain included, the same
    std::chrono::duration<double> cpu{0}; // measured, of its instances' threads: not what shoppers take
    int attempts = 0; // of customers at journeys, who meant to start meanwhile, whatever became of them

    // Nothing when no customer came.
    std::optional<std::chrono::duration<double>> cpuOfThousandAttempts() const;
};

// Nothing when nobody looked at it for long enough.
std::optional<FleetCost> fleetCostOf(const FleetRecord &record);

} // namespace services::experiment
