// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fault.h"

#include <model/system/system.h>

#include <vector>

namespace model::operation {

// Each fault that can be done to the system, once, with the presets of its kind and to all instances; those
// of links only along declared calls, and a line that is cut both ways once.
std::vector<Fault> everyFault(const system::System &system);

// Whom the endpoints of a capability call, each once, in the order of its file.
std::vector<system::CapabilityId> calleesOf(const system::Capability &caller);

} // namespace model::operation
