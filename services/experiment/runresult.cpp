// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runresult.h"

#include <algorithm>

namespace services::experiment {

using model::system::JourneyId;

namespace {

FleetResult figuresOfFleet(FleetRecord record, const model::system::System &system)
{
    FleetResult result;
    for (const auto &journey : system.journeys) {
        auto figures = figuresOf(record, journey.id);
        if (figures.tally.attempts > 0)
            result.journeys.push_back(std::move(figures));
    }
    result.record = std::move(record);
    return result;
}

} // namespace

const JourneyFigures *FleetResult::journey(const JourneyId &id) const
{
    const auto found = std::ranges::find(journeys, id, &JourneyFigures::journey);
    return found == journeys.end() ? nullptr : &*found;
}

bool RunResult::passed() const
{
    return std::ranges::all_of(verdicts, &Verdict::held) && (!audit || audit->wrong.isEmpty());
}

RunResult evaluate(model::operation::Scenario scenario,
                   std::vector<FleetRecord> records,
                   const model::system::System &system)
{
    RunResult result;
    for (auto &record : records)
        result.fleets.push_back(figuresOfFleet(std::move(record), system));
    for (const auto &expectation : scenario.expectations) {
        for (const auto &fleet : result.fleets) {
            if (fleet.record.fleet != expectation.fleet)
                continue;
            const auto *figures = fleet.journey(expectation.journey);
            const JourneyFigures untried;
            result.verdicts.push_back(judge(expectation, figures != nullptr ? *figures : untried));
        }
    }
    result.scenario = std::move(scenario);
    return result;
}

} // namespace services::experiment
