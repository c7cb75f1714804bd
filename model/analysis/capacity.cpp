// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacity.h"

#include "journeydelays.h"

#include <algorithm>
#include <limits>

namespace model::analysis {

using packaging::Unit;
using system::Journey;
using system::UnitId;

namespace {

const Seconds forever{std::numeric_limits<double>::infinity()};

bool waitsForMessage(const Journey &journey)
{
    return std::ranges::any_of(journey.steps, [](const auto &step) { return step.until.has_value(); });
}

std::vector<const Journey *> timedJourneys(const system::System &system)
{
    std::vector<const Journey *> timed;
    for (const auto &journey : system.journeys) {
        if (journey.weight > 0 && !waitsForMessage(journey))
            timed.push_back(&journey);
    }
    return timed;
}

} // namespace

Capacity::Capacity(system::System system, packaging::Packaging packaging, MachineCosts costs)
    : m_system(std::move(system))
    , m_packaging(std::move(packaging))
    , m_costs(std::move(costs))
    , m_demand(demandOf(m_system, m_packaging))
{
}

Capacity::Stations Capacity::stationsAt(double shoppersPerSecond) const
{
    Stations stations;
    for (const auto &unit : m_packaging.units) {
        auto &station = stations[unit.id];
        station.instances = unit.instances;
        station.workersEach = 0;
        for (const auto &capability : unit.capabilities)
            station.workersEach += m_system.capability(capability)->workers;
    }
    for (const auto &visit : m_demand)
        stations[visit.unit].flows.push_back(
            {visit.perShopper * shoppersPerSecond, visit.groupSize, Seconds(visit.serviceTime).count()});
    return stations;
}

std::optional<UnitId> Capacity::bottleneck() const
{
    const auto stations = stationsAt(1);
    const auto busiest
        = std::ranges::max_element(stations, {}, [](const auto &each) { return each.second.utilisation(); });
    if (busiest == stations.end() || busiest->second.utilisation() <= 0)
        return std::nullopt;
    return busiest->first;
}

double Capacity::limit() const
{
    const auto unit = bottleneck();
    return unit ? 1 / stationsAt(1).at(*unit).utilisation() : forever.count();
}

CapacityPoint Capacity::at(double shoppersPerSecond) const
{
    CapacityPoint point;
    point.shoppersPerSecond = shoppersPerSecond;
    const auto stations = stationsAt(shoppersPerSecond);
    bool keepsUp = true;
    for (const auto &unit : m_packaging.units) {
        const auto &station = stations.at(unit.id);
        point.units.push_back({unit.id, unit.instances, station.workers(), station.perSecond(),
                               station.utilisation(), Seconds(station.meanWait())});
        keepsUp = keepsUp && station.utilisation() < 1;
    }
    const auto timed = timedJourneys(m_system);
    if (!keepsUp || timed.empty()) {
        for (const auto *journey : timed)
            point.journeys.push_back({journey->id, forever, forever});
        point.mean = point.p95 = keepsUp ? Seconds(0) : forever;
        return point;
    }
    const JourneyDelays delays({m_system, m_packaging, m_costs, stations});
    Delay all = delays.nothing();
    double weights = 0;
    for (const auto *journey : timed) {
        const auto delay = delays.of(*journey);
        point.journeys.push_back({journey->id, Seconds(delay.mean()), Seconds(delay.quantile(0.95))});
        weights += journey->weight;
        all.mix(delay, journey->weight / weights);
    }
    point.mean = Seconds(all.mean());
    point.p95 = Seconds(all.quantile(0.95));
    return point;
}

std::vector<OneMore> Capacity::oneMoreOfEach(double shoppersPerSecond) const
{
    std::vector<OneMore> changes;
    for (std::size_t index = 0; index < m_packaging.units.size(); ++index) {
        Capacity larger = *this;
        ++larger.m_packaging.units[index].instances;
        changes.push_back({m_packaging.units[index].id, larger.limit(), larger.at(shoppersPerSecond).mean});
    }
    return changes;
}

} // namespace model::analysis
