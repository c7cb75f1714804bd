// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacityforesight.h"

#include <algorithm>
#include <cmath>

namespace app::shell {

using charts::CapacityForecast;
using charts::CapacityMeasurement;
using charts::Milliseconds;
using model::analysis::Capacity;
using model::analysis::MachineCosts;
using model::packaging::Packaging;
using model::system::System;
using services::platform::SteadyFigures;
using services::runtime::InstanceState;

namespace {

constexpr int samples = 18; // of a curve
constexpr double end = 0.98; // of the limit: further on it only goes up

// The nearer to the limit, the closer: there the curve bends.
std::vector<CapacityForecast::Sample> curveOf(const Capacity &capacity)
{
    std::vector<CapacityForecast::Sample> curve;
    for (int sample = 0; sample <= samples; ++sample) {
        const double left = 1 - static_cast<double>(sample) / samples;
        const auto point = capacity.at(end * capacity.limit() * (1 - std::pow(left, 1.5)));
        curve.push_back({point.shoppersPerSecond, point.mean, point.p95});
    }
    return curve;
}

CapacityForecast::Ceiling ceilingOf(const Capacity &capacity, const System &system)
{
    CapacityForecast::Ceiling ceiling;
    const auto bottleneck = capacity.bottleneck();
    if (!bottleneck)
        return ceiling;
    const auto *unit = capacity.packaging().unit(*bottleneck);
    ceiling.load = capacity.limit();
    ceiling.unit = unit->title;
    for (const auto &capability : unit->capabilities)
        ceiling.workers += system.capability(capability)->workers * unit->instances;
    ceiling.curve = curveOf(capacity);
    return ceiling;
}

CapacityForecast forecastOf(const System &system, Packaging packaging, const MachineCosts &costs)
{
    CapacityForecast forecast;
    const Capacity now(system, packaging, costs);
    forecast.networkHop = costs.networkHop;
    forecast.localHop = costs.localHop;
    forecast.now = ceilingOf(now, system);
    if (const auto bottleneck = now.bottleneck()) {
        ++std::ranges::find(packaging.units, *bottleneck, &model::packaging::Unit::id)->instances;
        forecast.oneMore = ceilingOf(Capacity(system, std::move(packaging), costs), system);
    }
    return forecast;
}

// Of those who came: as many, and with the journeys that they wanted.
CapacityMeasurement comparisonOf(System system,
                                 const services::platform::SteadySnapshot &steady,
                                 const MachineCosts &costs,
                                 double arrivals)
{
    const auto &seen = steady.recent;
    for (size_t journey = 0; journey < std::min(system.journeys.size(), seen.cameFor.size()); ++journey)
        system.journeys[journey].weight = seen.cameFor[journey];
    const auto point = Capacity(std::move(system), steady.packaging, costs).at(seen.shoppersPerSecond);
    CapacityMeasurement measurement;
    measurement.load = seen.shoppersPerSecond;
    measurement.mean = {point.mean, seen.mean};
    measurement.p95 = {point.p95, seen.p95};
    measurement.seconds = seen.seconds;
    measurement.attempts = seen.attempts + seen.unanswered;
    measurement.lost = seen.failed + seen.unanswered;
    if (arrivals > 0)
        measurement.waited = std::chrono::duration<double>(seen.waiting / arrivals);
    measurement.latest = {steady.latest.shoppersPerSecond, steady.latest.mean, steady.latest.p95};
    return measurement;
}

// With the instances that are meant to run; those which have crashed do.
Packaging asItIs(Packaging packaging, const services::platform::FleetSnapshot &fleet)
{
    for (auto &unit : packaging.units) {
        const auto count = std::ranges::count_if(fleet.instances, [&](const auto &instance) {
            const auto state = instance.status.state;
            return instance.status.unit == unit.id && state != InstanceState::Stopped
                && state != InstanceState::Draining;
        });
        unit.instances = std::max(1, static_cast<int>(count));
    }
    return packaging;
}

} // namespace

CapacityForesight::CapacityForesight(const System &system,
                                     const std::vector<Packaging> &packagings,
                                     QObject *parent)
    : QObject(parent)
    , m_system(system)
{
    m_worker.setMaxThreadCount(1);
    for (const auto &packaging : packagings)
        m_fleets.push_back({packaging, nullptr, false, false});
}

CapacityForesight::~CapacityForesight()
{
    m_worker.clear();
    m_worker.waitForDone();
}

void CapacityForesight::setCosts(const std::optional<MachineCosts> &costs)
{
    m_costs = costs.value_or(MachineCosts());
    m_areCostsMeasured = costs.has_value();
    for (int fleet = 0; fleet < static_cast<int>(m_fleets.size()); ++fleet)
        foresee(fleet);
}

void CapacityForesight::take(const services::platform::Snapshot &snapshot)
{
    for (size_t index = 0; index < std::min(m_fleets.size(), snapshot.fleets.size()); ++index) {
        auto &fleet = m_fleets[index];
        const int number = static_cast<int>(index);
        auto packaging = asItIs(fleet.packaging, snapshot.fleets[index]);
        if (packaging != fleet.packaging) {
            fleet.packaging = std::move(packaging);
            fleet.isForeseen = false;
            Q_EMIT outdated(number);
            foresee(number);
        }
        const auto &steady = snapshot.fleets[index].steady;
        if (!fleet.isForeseen || steady == nullptr || steady == fleet.steady
            || steady->packaging != fleet.packaging)
            continue;
        fleet.steady = steady;
        compare(number);
    }
}

void CapacityForesight::foresee(int number)
{
    auto &fleet = m_fleets[static_cast<size_t>(number)];
    if (!m_costs.has_value() || std::exchange(fleet.isBusy, true))
        return;
    m_worker.start([this, number, system = m_system, packaging = fleet.packaging, costs = *m_costs] {
        const auto tell = [this, number, packaging, forecast = forecastOf(system, packaging, costs)] {
            auto &known = m_fleets[static_cast<size_t>(number)];
            known.isBusy = false;
            if (known.packaging != packaging)
                return foresee(number);
            known.isForeseen = true;
            auto told = forecast;
            told.areHopsMeasured = m_areCostsMeasured;
            Q_EMIT foreseen(number, told);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

// Threads wait for the shoppers of all fleets, which are as many on each.
void CapacityForesight::compare(int number)
{
    const auto steady = m_fleets[static_cast<size_t>(number)].steady;
    const double arrivals = steady->recent.shoppersPerSecond * static_cast<double>(m_fleets.size());
    m_worker.start([this, number, system = m_system, steady, costs = *m_costs, arrivals] {
        const auto tell
            = [this, number, steady, measurement = comparisonOf(system, *steady, costs, arrivals)] {
                  const auto &fleet = m_fleets[static_cast<size_t>(number)];
                  if (fleet.steady == steady && fleet.isForeseen && fleet.packaging == steady->packaging)
                      Q_EMIT measured(number, measurement);
              };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

} // namespace app::shell
