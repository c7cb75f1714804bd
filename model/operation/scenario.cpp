// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario.h"

#include <algorithm>

namespace model::operation {

const packaging::Packaging *Scenario::fleet(const system::PackagingId &id) const
{
    const auto found = std::ranges::find(fleets, id, &packaging::Packaging::id);
    return found == fleets.end() ? nullptr : &*found;
}

} // namespace model::operation
