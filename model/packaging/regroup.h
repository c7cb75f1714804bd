// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packaging.h"
#include "partition.h"

#include <model/result/result.h>
#include <model/system/system.h>

namespace model::packaging {

// Changes packagings of one system: each operation answers a new, complete packaging or the reason why it
// cannot be, and never half of it. Errors: NotFound for a unit or capability that is not there, Conflict for
// what would break the partition, InvalidInput for a bad id or number; the subject is the id. The result
// keeps the packaging's id (the caller renames it), the order of its units, and instances as they were.
// Borrows the system; any thread.
class Regrouping
{
public:
    explicit Regrouping(const system::System &system);

    // All that is in `other` moves into `into`, which keeps its id, title and instances; `other` disappears.
    result::Result<Packaging>
    merge(Packaging packaging, const system::UnitId &into, const system::UnitId &other) const;

    struct Split
    {
        system::UnitId from; // keeps at least one capability
        std::vector<system::CapabilityId> capabilities; // go into the new unit, which comes right after
        system::UnitId newUnit; // not yet used; one instance
        QString title;
    };
    result::Result<Packaging> split(Packaging packaging, const Split &split) const;

    // The last capability of a unit takes the unit with it.
    result::Result<Packaging>
    move(Packaging packaging, const system::CapabilityId &capability, const system::UnitId &to) const;

    // 1 to maximumInstances.
    result::Result<Packaging> scale(Packaging packaging, const system::UnitId &unit, int instances) const;

private:
    result::Result<Packaging> checked(Packaging packaging) const;

    const system::System &m_system;
};

} // namespace model::packaging
