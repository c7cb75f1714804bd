// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>

namespace model::analysis {

// What a packaging takes, as declared: an instance of a unit has the memory of all its capabilities, needed
// or not. Six monoliths against one of everything and six catalogues.
struct Cost
{
    int instances = 0;
    int workers = 0;
    int memoryMegabytes = 0;

    bool operator==(const Cost &) const = default;
};

Cost costOf(const system::System &system, const packaging::Packaging &packaging);
// Of one instance of the unit.
Cost costOf(const system::System &system, const packaging::Unit &unit);

} // namespace model::analysis
