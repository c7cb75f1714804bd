// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

namespace model::operation {

// What an action or a fault is done to. It names a capability, not a unit, so that the same scenario hits the
// catalogue's own service in one fleet and the whole monolith, in which the catalogue is a module, in
// another.
struct Target
{
    system::CapabilityId capability;
    int instance = 0; // which of the unit's instances, counted from 1; 0: all of them
    system::PackagingId fleet; // one fleet only; empty: in each fleet

    bool operator==(const Target &) const = default;
};

} // namespace model::operation
