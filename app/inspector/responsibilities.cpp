// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsibilities.h"

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::system::Capability;
using model::system::CapabilityId;
using model::system::System;
using model::system::TeamId;

namespace {

void addOnce(std::vector<TeamId> &teams, const TeamId &team)
{
    if (std::ranges::find(teams, team) == teams.end())
        teams.push_back(team);
}

bool holds(const std::vector<CapabilityId> &all, const CapabilityId &one)
{
    return std::ranges::find(all, one) != all.end();
}

// Whose endpoints it calls, and whose messages it listens to.
std::vector<CapabilityId> suppliersOf(const System &system, const Capability &capability)
{
    std::vector<CapabilityId> suppliers;
    for (const auto &endpoint : capability.endpoints) {
        for (const auto &call : endpoint.calls)
            suppliers.push_back(call.to.capability);
    }
    for (const auto &consumption : capability.consumes) {
        for (const auto &other : system.capabilities) {
            if (std::ranges::find(other.publishes, consumption.topic) != other.publishes.end())
                suppliers.push_back(other.id);
        }
    }
    return suppliers;
}

} // namespace

TeamHoldings holdingsOf(const System &system, const TeamId &team)
{
    TeamHoldings holdings;
    for (const auto &capability : system.capabilities) {
        if (capability.team != team)
            continue;
        holdings.capabilities.push_back(&capability);
        holdings.endpoints += static_cast<int>(capability.endpoints.size());
        for (const auto &table : capability.owns)
            holdings.tables << table;
        for (const auto &topic : capability.publishes)
            holdings.publishes << topic.value;
        for (const auto &consumption : capability.consumes) {
            if (!holdings.listensTo.contains(consumption.topic.value))
                holdings.listensTo << consumption.topic.value;
        }
    }
    return holdings;
}

std::vector<TeamId> teamsOf(const System &system, const model::packaging::Unit &unit)
{
    std::vector<TeamId> teams;
    for (const auto &id : unit.capabilities) {
        if (const auto *capability = system.capability(id))
            addOnce(teams, capability->team);
    }
    return teams;
}

Dealings dealingsOf(const System &system, const std::vector<CapabilityId> &capabilities)
{
    std::vector<TeamId> own;
    for (const auto &id : capabilities)
        addOnce(own, system.capability(id)->team);
    Dealings dealings;
    const auto add = [&own](std::vector<TeamId> &teams, const TeamId &team) {
        if (std::ranges::find(own, team) == own.end())
            addOnce(teams, team);
    };
    for (const auto &capability : system.capabilities) {
        const bool isOurs = holds(capabilities, capability.id);
        for (const auto &supplier : suppliersOf(system, capability)) {
            if (isOurs)
                add(dealings.needs, system.capability(supplier)->team);
            else if (holds(capabilities, supplier))
                add(dealings.neededBy, capability.team);
        }
    }
    return dealings;
}

QString titleOf(const System &system, const TeamId &team)
{
    const auto *known = system.team(team);
    return known != nullptr ? known->title : team.value;
}

QString titlesOf(const System &system, const std::vector<TeamId> &teams)
{
    QStringList titles;
    for (const auto &team : teams)
        titles << titleOf(system, team);
    return titles.join(u", "_s);
}

} // namespace app::inspector
