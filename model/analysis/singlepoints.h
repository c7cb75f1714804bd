// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "situation.h"

#include <vector>

namespace model::analysis {

// Something of which there is only one, and what its loss would cost.
struct SinglePoint
{
    operation::Fault fault; // that takes it
    std::vector<system::JourneyId> down; // in the system's order
    std::vector<system::JourneyId> degraded;
    double lostShare = 0; // of all attempts, which would not succeed

    bool operator==(const SinglePoint &) const = default;
};

// What breaks first: one instance of each unit, each unit's database, the broker, each line between units,
// each predicted as lost on top of the faults which the situation has already. Sorted by the journeys that
// would be down, then by the attempts lost, then by the journeys degraded; what harms nothing is left out.
std::vector<SinglePoint> singlePoints(const Situation &situation);

} // namespace model::analysis
