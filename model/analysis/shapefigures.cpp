// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shapefigures.h"

#include <model/packaging/boundary.h>
#include <model/packaging/presets.h>

#include <algorithm>
#include <set>

namespace model::analysis {

using packaging::Packaging;
using packaging::Unit;
using system::Capability;
using system::EndpointId;
using system::Journey;
using system::System;

namespace {

bool hasDatabase(const Unit &unit, const System &system)
{
    return std::ranges::any_of(unit.capabilities, [&](const auto &id) {
        const auto *capability = system.capability(id);
        return capability != nullptr && !capability->owns.empty();
    });
}

int teamsOf(const Unit &unit, const System &system)
{
    std::set<system::TeamId> teams;
    for (const auto &id : unit.capabilities) {
        if (const auto *capability = system.capability(id))
            teams.insert(capability->team);
    }
    return static_cast<int>(teams.size());
}

// A unit boots its capabilities one after another.
std::chrono::milliseconds bootOf(const Unit &unit, const System &system)
{
    std::chrono::milliseconds sum{0};
    for (const auto &id : unit.capabilities) {
        if (const auto *capability = system.capability(id))
            sum += capability->bootTime;
    }
    return sum;
}

// Behind an endpoint; a valid system's calls come to an end.
int hopsBehind(const EndpointId &id, const System &system, const Packaging &packaging)
{
    const auto *endpoint = system.endpoint(id);
    int hops = 0;
    for (const auto &call : endpoint != nullptr ? endpoint->calls : std::vector<system::Call>()) {
        if (call.undoes)
            continue;
        const int itself = packaging.crosses(id.capability, call.to.capability) ? 1 : 0;
        hops += call.count * (itself + hopsBehind(call.to, system, packaging));
    }
    return hops;
}

} // namespace

ShapeFigures figuresOf(const System &system, const Packaging &packaging)
{
    ShapeFigures figures;
    figures.units = static_cast<int>(packaging.units.size());
    figures.networkCalls = static_cast<int>(packaging::crossingCalls(system, packaging).size());
    for (const auto &unit : packaging.units) {
        figures.databases += hasDatabase(unit, system) ? 1 : 0;
        figures.mostTeams = std::max(figures.mostTeams, teamsOf(unit, system));
        figures.slowestBoot = std::max(figures.slowestBoot, bootOf(unit, system));
    }
    return figures;
}

int hopsOf(const Journey &journey, const System &system, const Packaging &packaging)
{
    int hops = 0;
    for (const auto &step : journey.steps)
        hops += 1 + hopsBehind(step.endpoint, system, packaging);
    return hops;
}

const Journey *farthestJourney(const System &system)
{
    const auto apart = packaging::microservices(system);
    const Journey *farthest = nullptr;
    int most = 0;
    for (const auto &journey : system.journeys) {
        const int hops = hopsOf(journey, system, apart);
        if (hops >= most)
            farthest = &journey;
        most = std::max(most, hops);
    }
    return farthest;
}

} // namespace model::analysis
