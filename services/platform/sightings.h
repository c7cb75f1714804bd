// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "snapshot.h"

#include <services/experiment/sighting.h>

namespace services::platform {

// What a scenario's run remembers of a look at a fleet: for each capability the calls made to it so far (each
// attempt that left its caller, so not those which a breaker or a bulkhead stopped), and the instances of its
// unit that run, boot or drain; and what the fleet takes.
experiment::Sighting sightingOf(const FleetSnapshot &fleet, Instant at);

} // namespace services::platform
