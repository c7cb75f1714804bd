// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packaging.h"

#include <algorithm>

namespace model::packaging {

const Unit *Packaging::unit(const system::UnitId &wanted) const
{
    const auto found = std::ranges::find(units, wanted, &Unit::id);
    return found == units.end() ? nullptr : &*found;
}

const Unit *Packaging::unitOf(const system::CapabilityId &id) const
{
    const auto found = std::ranges::find_if(units, [&id](const Unit &each) {
        return std::ranges::find(each.capabilities, id) != each.capabilities.end();
    });
    return found == units.end() ? nullptr : &*found;
}

bool Packaging::crosses(const system::CapabilityId &from, const system::CapabilityId &to) const
{
    return unitOf(from) != unitOf(to);
}

} // namespace model::packaging
