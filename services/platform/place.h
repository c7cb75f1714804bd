// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

namespace services::platform {

// What a command is done to: all instances of a unit, or one of them.
struct Place
{
    model::system::PackagingId fleet;
    model::system::UnitId unit;
    model::system::InstanceId instance; // empty: the whole unit

    bool operator==(const Place &) const = default;
};

} // namespace services::platform
