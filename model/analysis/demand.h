// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>

namespace model::analysis {

// Work that one shopper brings to a unit, on average: how many requests or messages of one sort.
struct Workload
{
    system::UnitId unit;
    double perShopper = 0;
    double groupSize = 1; // which come at the same moment
    std::chrono::microseconds serviceTime{0};
};

// What an average shopper asks of each unit: the journeys by their weights, the calls that their requests
// make, and the messages that follow from them, each consumer for itself. It solves Jackson's traffic
// equations (J. R. Jackson: Networks of Waiting Lines, Operations Research 5, 1957): as nothing calls itself,
// by walking the calls. The file does not say which request publishes: each that changes data
// publishes each topic of its capability once; a capability that is only read, and a synthetic
// one, publishes once for each message that it consumes. What only undoes is not called while all is
// well, and a journey which waits for a message asks once. In the order of the walk.
std::vector<Workload> demandOf(const system::System &system, const packaging::Packaging &packaging);

} // namespace model::analysis
