// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packaging.h"

#include <model/json/problems.h>
#include <model/system/system.h>

namespace model::packaging {

// At most so many instances of one unit on one machine.
constexpr int maximumInstances = 64;

// What keeps a packaging from being a complete partition of the system: no unit or an empty one, ids used
// twice, capabilities which are unknown, missing or in two units, too many instances. Problems point into the
// format of a packaging's file. Empty ids are passed over: whoever read them has reported them.
void findPartitionFaults(const system::System &system, const Packaging &packaging, json::Problems &problems);

// The capabilities of each unit in the system's order, as a packaging keeps them.
void sortCapabilities(const system::System &system, Packaging &packaging);

} // namespace model::packaging
