// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "singlepoints.h"

#include "blastradius.h"

#include <model/operation/everyfault.h>

#include <algorithm>
#include <tuple>

namespace model::analysis {

using operation::Fault;
using operation::FaultKind;

namespace {

// The capabilities whose fault stands for that of the unit: the first one, or the first that stores.
std::vector<Fault> ofUnit(const Situation &situation, const packaging::Unit &unit)
{
    std::vector<Fault> faults{
        {FaultKind::Crash, {unit.capabilities.front(), unit.instances > 1 ? 1 : 0, {}}, {}, {}, {}}};
    for (const auto &id : unit.capabilities) {
        const auto *capability = situation.system.capability(id);
        if (capability == nullptr || capability->owns.empty())
            continue;
        faults.push_back({FaultKind::StoreLost, {id, 0, {}}, {}, {}, {}});
        break;
    }
    return faults;
}

std::vector<Fault> candidates(const Situation &situation)
{
    std::vector<Fault> faults;
    for (const auto &unit : situation.packaging.units) {
        const auto some = ofUnit(situation, unit);
        faults.insert(faults.end(), some.begin(), some.end());
    }
    for (auto &fault : operation::everyFault(situation.system)) {
        const bool isLine = fault.kind == FaultKind::CutOff
            && situation.packaging.crosses(fault.target.capability, fault.callee);
        if (isLine || fault.kind == FaultKind::BrokerDown)
            faults.push_back(std::move(fault));
    }
    return faults;
}

SinglePoint cost(const Situation &situation, const Fault &fault, const BlastRadius &before)
{
    SinglePoint point;
    point.fault = fault;
    double weights = 0;
    for (const auto &journey : situation.system.journeys)
        weights += journey.weight;
    Situation lost = situation;
    lost.faults.push_back(fault);
    const auto radius = blastRadius(lost);
    for (const auto &journey : situation.system.journeys) {
        const auto outlook = radius.journeys.value(journey.id);
        const auto known = before.journeys.value(journey.id);
        if (outlook.state > known.state)
            (outlook.state == JourneyState::Down ? point.down : point.degraded).push_back(journey.id);
        point.lostShare
            += (known.succeeded - outlook.succeeded) * (weights > 0 ? journey.weight / weights : 0);
    }
    return point;
}

} // namespace

std::vector<SinglePoint> singlePoints(const Situation &situation)
{
    const auto before = blastRadius(situation);
    std::vector<SinglePoint> points;
    for (const auto &fault : candidates(situation)) {
        auto point = cost(situation, fault, before);
        if (!point.down.empty() || !point.degraded.empty())
            points.push_back(std::move(point));
    }
    std::ranges::stable_sort(points, std::greater(), [](const SinglePoint &point) {
        return std::tuple(point.down.size(), point.lostShare, point.degraded.size());
    });
    return points;
}

} // namespace model::analysis
