// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacityplan.h"

#include <services/capacity/measureddemand.h>

#include <array>
#include <cmath>

namespace services::lab {

using capacity::MeasuredDemand;
using model::analysis::Capacity;

namespace {

constexpr std::array shares = {0.2, 0.4, 0.55, 0.7, 0.85}; // of the predicted limit
constexpr double tooMuch = 1.2; // times the limit

// So many points are of each variant, in their order.
bool hasRestfulPoint(const capacity::Findings &findings, std::size_t pointsEach)
{
    for (std::size_t i = 0; i < findings.points.size(); ++i) {
        const auto &limit = findings.limits[i / pointsEach];
        if (MeasuredDemand::isRestful(findings.points[i].load, limit.predicted))
            return true;
    }
    return false;
}

} // namespace

std::deque<CapacityStep> planCapacity(const CapacityOrder &order, capacity::Findings &findings)
{
    std::deque<CapacityStep> steps;
    for (const auto &variant : order.variants) {
        const Capacity predicted(order.system, variant, findings.costs);
        findings.limits.push_back({variant,
                                   predicted.bottleneck().value_or(model::system::UnitId()),
                                   predicted.limit(),
                                   {},
                                   0,
                                   0,
                                   model::analysis::costOf(order.system, variant)});
        for (const double share : shares) {
            if (order.loads.empty() && std::isfinite(predicted.limit())) // else nobody works
                findings.points.push_back({share * predicted.limit(), variant, {}});
        }
        for (const double load : order.loads)
            findings.points.push_back({load, variant, {}});
    }
    const auto pointsEach = findings.points.size() / order.variants.size();
    const bool isRestfulAnyway = hasRestfulPoint(findings, pointsEach);
    for (int round = 0; round < order.rounds; ++round) {
        const double first = findings.limits.front().predicted;
        if (!isRestfulAnyway && std::isfinite(first)) // else nobody would know what shoppers ask for
            steps.push_back({0, MeasuredDemand::restfulLoad(first), nullptr});
        for (std::size_t variant = 0; variant < order.variants.size(); ++variant) {
            for (std::size_t i = 0; i < pointsEach; ++i) {
                auto &point = findings.points[variant * pointsEach + i];
                steps.push_back({variant, point.load, &point});
            }
            const double limit = findings.limits[variant].predicted;
            if (std::isfinite(limit))
                steps.push_back({variant, tooMuch * limit, nullptr, true});
        }
    }
    return steps;
}

} // namespace services::lab
