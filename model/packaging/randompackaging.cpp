// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "randompackaging.h"

#include <algorithm>
#include <random>

namespace model::packaging {

using namespace Qt::StringLiterals;
using system::Capability;

namespace {

Unit unitOf(const std::vector<const Capability *> &group)
{
    const Capability &first = *group.front();
    Unit unit{{first.id.value}, first.title, {}, 1};
    if (group.size() > 1)
        unit.title += u" and %1 more"_s.arg(group.size() - 1);
    for (const Capability *each : group)
        unit.capabilities.push_back(each->id);
    return unit;
}

} // namespace

Packaging randomPackaging(const system::System &system, std::uint32_t seed)
{
    std::mt19937 random(seed); // used raw: the standard's distributions differ between libraries
    const std::size_t most = std::max<std::size_t>(system.capabilities.size(), 1);
    std::vector<std::vector<const Capability *>> groups(random() % most + 1);
    for (const Capability &capability : system.capabilities)
        groups[random() % groups.size()].push_back(&capability);
    std::erase_if(groups, [](const auto &group) { return group.empty(); });
    std::ranges::sort(groups, {}, [](const auto &group) { return group.front(); }); // as in the system

    Packaging packaging{{u"random-%1"_s.arg(seed)}, u"Random %1"_s.arg(seed), {}};
    for (const auto &group : groups)
        packaging.units.push_back(unitOf(group));
    return packaging;
}

} // namespace model::packaging
