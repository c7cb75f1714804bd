// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packaging.h"

#include <model/result/result.h>

namespace model::packaging {

// Regrouping: each operation answers a new, complete packaging or the reason why it cannot be, and never
// changes the one it is given. Errors: NotFound for a unit or capability that is not there (subject: its id),
// InvalidInput or Conflict for what would break the partition. The result keeps the packaging's id; the
// caller renames it. Units keep the order of the packaging, capabilities the order in which they were.

// At most so many instances of one unit on one machine.
constexpr int maximumInstances = 64;

// All that is in `other` moves into `into`, which keeps its id, title and number of instances; `other`
// disappears.
result::Result<Packaging> merge(Packaging packaging, const system::UnitId &into, const system::UnitId &other);

// The capabilities leave their unit, which must keep at least one, for a new unit right after it. One
// instance.
struct Split
{
    system::UnitId from;
    std::vector<system::CapabilityId> capabilities;
    system::UnitId newUnit;
    QString title;
};
result::Result<Packaging> split(Packaging packaging, const Split &split);

// One capability moves to another unit that exists; the last one of a unit takes the unit with it.
result::Result<Packaging>
move(Packaging packaging, const system::CapabilityId &capability, const system::UnitId &to);

// 1 to maximumInstances.
result::Result<Packaging> scale(Packaging packaging, const system::UnitId &unit, int instances);

} // namespace model::packaging
