// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capabilityfigures.h"

#include <algorithm>

namespace services::experiment {

using model::system::CapabilityId;

namespace {

// What was called between two looks counts only when both are of the same phase.
void takeSightings(const FleetRecord &record, CapabilityFigures &figures)
{
    std::optional<Phase> before;
    quint64 callsBefore = 0;
    for (const auto &sighting : record.sightings) {
        const auto phase = phaseAt(sighting.at, record);
        if (!phase)
            continue;
        const auto seen = sighting.capabilities.value(figures.capability);
        auto &sum = figures.phases[static_cast<std::size_t>(*phase)];
        sum.mostInstances = std::max(sum.mostInstances, seen.instances);
        figures.instancesInTheEnd = seen.instances;
        if (before == phase && seen.calls > callsBefore)
            sum.calls += seen.calls - callsBefore;
        before = phase;
        callsBefore = seen.calls;
    }
}

} // namespace

std::optional<double> CapabilityFigures::OfPhase::callsPerAttempt() const
{
    if (attempts == 0)
        return std::nullopt;
    return double(calls) / attempts;
}

std::optional<double> CapabilityFigures::callsTimesBefore(Phase which) const
{
    const auto before = phase(Phase::Before).callsPerAttempt();
    const auto then = phase(which).callsPerAttempt();
    if (!before || !then || *before == 0)
        return std::nullopt;
    return *then / *before;
}

CapabilityFigures figuresOfCapability(const FleetRecord &record, const CapabilityId &capability)
{
    CapabilityFigures figures;
    figures.capability = capability;
    takeSightings(record, figures);
    for (const auto &result : record.results) {
        if (const auto place = phaseOf(result, record))
            ++figures.phases[static_cast<std::size_t>(place->phase)].attempts;
    }
    return figures;
}

} // namespace services::experiment
