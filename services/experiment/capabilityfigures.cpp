// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capabilityfigures.h"

#include <algorithm>
#include <span>

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
        sum.mostWaiting = std::max(sum.mostWaiting, seen.waiting);
        figures.instancesInTheEnd = seen.instances;
        if (before == phase && seen.calls > callsBefore)
            sum.calls += seen.calls - callsBefore;
        before = phase;
        callsBefore = seen.calls;
    }
}

struct Level
{
    Instant at;
    qint64 waiting;
};

// What waited, from the last restart on.
std::vector<Level> levelsSinceRestart(const FleetRecord &record, const CapabilityId &capability)
{
    std::vector<Level> levels;
    if (record.faults.empty() || !record.faults.back().restartedAt)
        return levels;
    for (const auto &sighting : record.sightings) {
        if (sighting.at >= *record.faults.back().restartedAt && sighting.at <= record.end)
            levels.push_back({sighting.at, sighting.capabilities.value(capability).waiting});
    }
    return levels;
}

qint64 mostInASecond(std::span<const Level> levels)
{
    qint64 most = 0;
    for (auto from = levels.begin(); from != levels.end(); ++from) {
        for (auto to = from; to != levels.end() && to->at - from->at <= std::chrono::seconds(1); ++to)
            most = std::max(most, from->waiting - to->waiting);
    }
    return most;
}

std::optional<CapabilityFigures::Draining> drainingOf(const FleetRecord &record,
                                                      const CapabilityFigures &figures)
{
    const auto levels = levelsSinceRestart(record, figures.capability);
    if (levels.empty())
        return std::nullopt;
    CapabilityFigures::Draining draining;
    draining.from = levels.front().waiting;
    draining.left = levels.back().waiting;
    const auto usual = figures.phase(Phase::Before).mostWaiting;
    auto drained
        = std::ranges::find_if(levels, [usual](const Level &level) { return level.waiting <= usual; });
    if (drained != levels.end()) {
        draining.took
            = std::chrono::round<std::chrono::milliseconds>(drained->at - *record.faults.back().restartedAt);
        ++drained;
    }
    draining.mostInASecond = mostInASecond({levels.begin(), drained});
    return draining;
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
    figures.draining = drainingOf(record, figures);
    for (const auto &result : record.results) {
        if (const auto place = phaseOf(result, record))
            ++figures.phases[static_cast<std::size_t>(place->phase)].attempts;
    }
    return figures;
}

} // namespace services::experiment
