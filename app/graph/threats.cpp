// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "threats.h"

#include <model/analysis/blastradius.h>

#include <algorithm>

namespace app::graph {

using model::layout::NodeKind;
using model::operation::JourneyState;

namespace {

// Of several things that are judged together.
struct Parts
{
    int all = 0;
    int hurt = 0;
    int down = 0;

    void add(Threat threat)
    {
        ++all;
        hurt += threat != Threat::None ? 1 : 0;
        down += threat == Threat::Down ? 1 : 0;
    }
    Threat ofSome() const
    {
        if (hurt == 0)
            return Threat::None;
        return down == all ? Threat::Down : Threat::Degraded;
    }
    Threat ofAll() const { return hurt == all ? ofSome() : Threat::None; }
};

Threat foreseen(JourneyState state)
{
    switch (state) {
    case JourneyState::Down:
        return Threat::Down;
    case JourneyState::Degraded:
        return Threat::Degraded;
    case JourneyState::Working:
    case JourneyState::Unknown:
        break;
    }
    return Threat::None;
}

} // namespace

Threat Threats::of(const Target &target) const
{
    if (target.callee.has_value())
        return Threat::None;
    return target.module.has_value() ? modules.value(*target.module) : nodes.value(target.node);
}

Threat Threats::ofBlock(const PlacedNode &node) const
{
    const auto whole = nodes.value(node.id);
    const bool isSome = std::ranges::any_of(
        node.modules, [this](const auto &module) { return modules.value(module.id) != Threat::None; });
    return whole == Threat::None && isSome ? Threat::Degraded : whole;
}

Threats threatsOf(const model::analysis::BlastRadius &radius, const model::packaging::Packaging &packaging)
{
    QHash<model::system::CapabilityId, Parts> capabilities;
    for (auto endpoint = radius.endpoints.begin(); endpoint != radius.endpoints.end(); ++endpoint)
        capabilities[endpoint.key().capability].add(foreseen(endpoint->state));
    Threats threats;
    for (const auto &unit : packaging.units) {
        const bool isOfSeveral = unit.capabilities.size() > 1;
        Parts modules;
        for (const auto &capability : unit.capabilities) {
            const auto known = capabilities.constFind(capability);
            if (known == capabilities.cend())
                continue; // answers nobody
            const auto threat = known->ofSome();
            modules.add(threat);
            if (isOfSeveral && threat != Threat::None)
                threats.modules[capability] = threat;
        }
        if (const auto whole = modules.ofAll(); whole != Threat::None)
            threats.nodes[{NodeKind::Unit, unit.id.value}] = whole;
    }
    return threats;
}

} // namespace app::graph
