// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capacityorder.h"

#include <services/capacity/findings.h>

#include <deque>

namespace services::lab {

// One load that is tried once.
struct CapacityStep
{
    std::size_t variant = 0;
    double load = 0;
    capacity::Point *point = nullptr; // of the findings; null: for the limit alone
    bool isTooMuch = false; // more than it can take
};

// Writes the points and limits which the order asks for into the findings, and answers the steps to take: all
// of them in each round, so that a noisy moment of the machine does not hit one of them alone.
std::deque<CapacityStep> planCapacity(const CapacityOrder &order, capacity::Findings &findings);

} // namespace services::lab
