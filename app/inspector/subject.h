// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <optional>

namespace app::inspector {

// What a person has selected: a unit of one of the fleets, or a capability within it.
struct Subject
{
    int fleet = 0; // position among the fleets shown
    model::system::UnitId unit;
    std::optional<model::system::CapabilityId> capability; // the module; a unit's only one is named as well

    bool operator==(const Subject &) const = default;
};

} // namespace app::inspector
