// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "load.h"

#include <model/operation/fault.h>
#include <model/operation/journeystate.h>
#include <model/operation/policybook.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <vector>

namespace model::analysis {

// What a prediction is about: a fleet, its protection, what is done to it, and who comes. A value; whoever
// predicts borrows it.
struct Situation
{
    system::System system;
    packaging::Packaging packaging; // with the numbers of instances
    operation::PolicyBook policies;
    std::vector<operation::Fault> faults; // those meant for other fleets are passed over
    Load load;
    // How long the faults have been in force at the moment that is asked about.
    std::chrono::milliseconds moment{30'000};
    // Over which attempts are looked at by whoever measures.
    std::chrono::milliseconds window = operation::stateWindow;
};

} // namespace model::analysis
