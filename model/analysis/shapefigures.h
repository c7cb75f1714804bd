// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <chrono>

namespace model::analysis {

// What one shape of a system is made of, as its file declares it. A value.
struct ShapeFigures
{
    int units = 0;
    int databases = 0;
    int networkCalls = 0; // kinds of calls that cross units
    int mostTeams = 0; // that share one unit, and must agree before it changes
    std::chrono::milliseconds slowestBoot{0}; // of one instance

    bool operator==(const ShapeFigures &) const = default;
};

ShapeFigures figuresOf(const system::System &system, const packaging::Packaging &packaging);

// Requests over the network that one attempt at the journey takes when all goes well, the customer's own
// among them; who waits for something is taken to ask once.
int hopsOf(const system::Journey &journey,
           const system::System &system,
           const packaging::Packaging &packaging);

// The journey that takes the most hops when each capability is a unit of its own, the last one of several;
// null when there is none.
const system::Journey *farthestJourney(const system::System &system);

} // namespace model::analysis
