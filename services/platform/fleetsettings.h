// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/experiment/fleetunderload.h>

#include <vector>

namespace services::platform {

// The policies and safeguards in force in a fleet, to be put back later.
struct FleetSettings
{
    experiment::FleetUnderLoad *fleet = nullptr;
    model::operation::PolicyBook policies;
    model::operation::Safeguards safeguards;
};

std::vector<FleetSettings> settingsOf(const std::vector<experiment::FleetUnderLoad *> &fleets);

} // namespace services::platform
