// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/experiment/fleetunderload.h>

#include <utility>
#include <vector>

namespace services::platform {

// The policies in force in each of some fleets, to be put back later.
using FleetPolicies = std::vector<std::pair<experiment::FleetUnderLoad *, model::operation::PolicyBook>>;

FleetPolicies policiesOf(const std::vector<experiment::FleetUnderLoad *> &fleets);

} // namespace services::platform
