// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runresult.h"

#include "forecast.h"

#include <algorithm>

namespace services::experiment {

using namespace Qt::StringLiterals;
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
    for (const auto &capability : system.capabilities) {
        if (!record.sightings.empty())
            result.capabilities.push_back(figuresOfCapability(record, capability.id));
    }
    result.cost = fleetCostOf(record);
    result.record = std::move(record);
    return result;
}

using Foretelling = QHash<JourneyId, std::vector<Foretold>>;

// Only when it is asked for: it takes a while.
Foretelling predictedFor(const FleetResult &fleet,
                         const model::operation::Scenario &scenario,
                         const model::system::System &system)
{
    const auto isAskedFor
        = std::ranges::any_of(scenario.expectations, [&](const model::operation::Expectation &each) {
              return each.fleet == fleet.record.fleet
                  && std::holds_alternative<model::operation::AsPredicted>(each.check);
          });
    Foretelling all;
    for (const auto &episode :
         isAskedFor ? episodesOf(scenario, fleet.record, system) : std::vector<Episode>()) {
        const auto journeys = model::analysis::blastRadius(episode.situation).journeys;
        for (auto each = journeys.begin(); each != journeys.end(); ++each)
            all[each.key()].push_back({episode.begin, episode.end, *each});
    }
    return all;
}

Verdict verdictOf(const model::operation::Expectation &expectation,
                  const FleetResult &fleet,
                  const Foretelling &foretelling)
{
    if (!expectation.capability.isEmpty()) {
        const auto *figures = fleet.capability(expectation.capability);
        return judge(expectation, figures != nullptr ? *figures : CapabilityFigures());
    }
    const auto *figures = fleet.journey(expectation.journey);
    return judge(expectation, figures != nullptr ? *figures : JourneyFigures(),
                 foretelling.value(expectation.journey));
}

Verdict verdictOf(const VainWait &wait, const FleetRecord &record)
{
    return {std::nullopt, u"%1: %2"_s.arg(record.fleet.value, wait.words), false, wait.actual};
}

// That nothing of what is expected could be looked at is not the same as that all is well.
Verdict nothingExpected(const FleetRecord &record)
{
    return {std::nullopt, u"%1: something is expected of it"_s.arg(record.fleet.value), false,
            u"no expectation concerns this fleet"_s};
}

std::vector<Verdict> verdictsOf(const model::operation::Scenario &scenario,
                                const std::vector<FleetResult> &fleets,
                                const model::system::System &system)
{
    QHash<model::system::PackagingId, Foretelling> predicted;
    for (const auto &fleet : fleets)
        predicted.insert(fleet.record.fleet, predictedFor(fleet, scenario, system));
    std::vector<Verdict> verdicts;
    for (const auto &expectation : scenario.expectations) {
        for (const auto &fleet : fleets) {
            if (fleet.record.fleet == expectation.fleet)
                verdicts.push_back(verdictOf(expectation, fleet, predicted.value(expectation.fleet)));
        }
    }
    const bool concernsNobody = verdicts.empty() && !scenario.expectations.empty();
    for (const auto &fleet : fleets) {
        if (concernsNobody)
            verdicts.push_back(nothingExpected(fleet.record));
        for (const auto &wait : fleet.record.vainWaits)
            verdicts.push_back(verdictOf(wait, fleet.record));
    }
    return verdicts;
}

} // namespace

const JourneyFigures *FleetResult::journey(const JourneyId &id) const
{
    const auto found = std::ranges::find(journeys, id, &JourneyFigures::journey);
    return found == journeys.end() ? nullptr : &*found;
}

const CapabilityFigures *FleetResult::capability(const model::system::CapabilityId &id) const
{
    const auto found = std::ranges::find(capabilities, id, &CapabilityFigures::capability);
    return found == capabilities.end() ? nullptr : &*found;
}

bool RunResult::passed() const
{
    return std::ranges::all_of(verdicts, &Verdict::held) && areBooksAsExpected();
}

bool RunResult::areBooksAsExpected() const
{
    if (!audit || scenario.damages.isEmpty())
        return !audit || audit->balances();
    auto expected = scenario.damages;
    expected.sort();
    return audit->unread.isEmpty() && audit->inFlight == 0
        && QStringList(audit->damages().keys()) == expected;
}

RunResult evaluate(model::operation::Scenario scenario,
                   std::vector<FleetRecord> records,
                   const model::system::System &system)
{
    RunResult result;
    for (auto &record : records)
        result.fleets.push_back(figuresOfFleet(std::move(record), system));
    result.verdicts = verdictsOf(scenario, result.fleets, system);
    result.scenario = std::move(scenario);
    return result;
}

} // namespace services::experiment
