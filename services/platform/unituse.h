// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "snapshot.h"

#include <services/experiment/autoscaledunits.h>

namespace services::platform {

// How busy the units of a fleet are, as their autoscalers see it: those instances are ready which are healthy
// and have told of their work; those that are being drained count no more.
std::vector<experiment::AutoscaledUnits::Use> usesOf(const FleetSnapshot &fleet);

} // namespace services::platform
