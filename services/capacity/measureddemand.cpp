// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "measureddemand.h"

#include <model/analysis/demand.h>

namespace services::capacity {

using model::system::UnitId;

namespace {

constexpr double restful = 0.5; // of the predicted limit: even a model that forgets a third still keeps up
constexpr double spare = 0.8; // of that

} // namespace

MeasuredDemand::MeasuredDemand(model::system::System system, model::packaging::Packaging packaging)
    : m_system(std::move(system))
    , m_packaging(std::move(packaging))
{
}

bool MeasuredDemand::isRestful(double load, double predictedLimit)
{
    return load <= restful * predictedLimit;
}

double MeasuredDemand::restfulLoad(double predictedLimit)
{
    return spare * restful * predictedLimit;
}

MeasuredDemand::Work MeasuredDemand::ofAverageShopper(const model::system::System &system) const
{
    Work work;
    for (const auto &visit : model::analysis::demandOf(system, m_packaging))
        work[visit.unit] += visit.perShopper * Seconds(visit.serviceTime);
    return work;
}

void MeasuredDemand::take(const Trial &trial)
{
    auto expected = ofAverageShopper(trial.asItCame(m_system));
    for (const auto &unit : m_packaging.units) {
        auto &count = m_counts[unit.id];
        count.served += Seconds(trial.workOf(unit, m_system) * trial.seconds());
        count.expected += expected[unit.id] * trial.attempts();
    }
}

Seconds MeasuredDemand::predicted(const UnitId &unit) const
{
    return ofAverageShopper(m_system)[unit];
}

Seconds MeasuredDemand::measured(const UnitId &unit) const
{
    const auto found = m_counts.find(unit);
    if (found == m_counts.end() || found->second.expected <= Seconds(0))
        return Seconds(0);
    return predicted(unit) * (found->second.served / found->second.expected);
}

void MeasuredDemand::settle(Limit &limit) const
{
    limit.predictedWork = predicted(limit.bottleneck);
    limit.measuredWork = measured(limit.bottleneck);
    limit.measured.clear();
    for (const double work : limit.work) {
        if (limit.measuredWork > Seconds(0))
            limit.measured.push_back(work / limit.measuredWork.count());
    }
}

} // namespace services::capacity
