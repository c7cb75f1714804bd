// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenariocontext.h"

#include <model/json/suggestion.h>

#include <algorithm>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

QStringList checkKeys()
{
    return {u"state"_s,
            u"recoversWithinMs"_s,
            u"failuresAtMost"_s,
            u"successShareAtLeast"_s,
            u"p95AtMostTimesBefore"_s,
            u"p95BackUnderMs"_s};
}

bool breaksSomething(const Scenario &scenario)
{
    return std::ranges::any_of(scenario.actions, [](const Action &action) {
        return std::holds_alternative<Crash>(action) || std::holds_alternative<Inject>(action);
    });
}

class ExpectationsReader
{
public:
    ExpectationsReader(const Scenario &scenario, const ScenarioContext &context)
        : m_scenario(scenario)
        , m_context(context)
    {
    }

    void read(json::ObjectReader &in)
    {
        const auto fleet = m_context.fleet(in, m_scenario, json::Presence::Required);
        const auto journeys = readJourneys(in);
        const auto check = readCheck(in);
        if (!check)
            return;
        for (const auto &journey : journeys) {
            const Expectation expectation{fleet, journey, *check};
            refuseContradiction(in, expectation);
            m_expectations.push_back(expectation);
        }
    }

    std::vector<Expectation> take() { return std::move(m_expectations); }

private:
    std::vector<system::JourneyId> readJourneys(json::ObjectReader &in) const
    {
        const auto known = m_context.journeyIds();
        std::vector<system::JourneyId> journeys;
        auto named = in.texts(u"journeys"_s, json::identifier(), json::Presence::Optional);
        if (!in.has(u"journeys"_s))
            named = known;
        for (const auto &id : named) {
            if (!id.isEmpty() && !known.contains(id))
                in.report(u"journeys"_s,
                          u"There is no journey \"%1\".%2 Write %3."_s.arg(id, json::didYouMean(id, known),
                                                                           json::oneOf(known)));
            else if (!id.isEmpty())
                journeys.push_back({id});
        }
        return journeys;
    }

    std::optional<Check> readCheck(json::ObjectReader &in) const
    {
        QStringList present;
        const auto keys = checkKeys();
        std::ranges::copy_if(keys, std::back_inserter(present),
                             [&](const QString &key) { return in.has(key); });
        if (present.size() != 1) {
            in.report(present.value(1), u"An expectation says exactly one of %1."_s.arg(json::oneOf(keys)));
            for (const auto &key : present)
                readCheckNamed(key, in);
            return std::nullopt;
        }
        if (!breaksSomething(m_scenario) && !m_scenario.actions.empty())
            in.report(present.first(),
                      u"Nothing breaks in this scenario, so there is no before, during and after. "
                      u"Add an action that crashes something or injects a fault."_s);
        return readCheckNamed(present.first(), in);
    }

    static std::chrono::milliseconds readTime(json::ObjectReader &in, const QString &key)
    {
        return std::chrono::round<std::chrono::milliseconds>(in.milliseconds(key, {1, 600'000}));
    }

    static Check readCheckNamed(const QString &key, json::ObjectReader &in)
    {
        if (key == u"recoversWithinMs")
            return RecoversWithin{readTime(in, key)};
        if (key == u"p95BackUnderMs")
            return P95BackUnder{readTime(in, key), readTime(in, u"withinMs"_s)};
        const auto phase = in.choice(u"phase"_s, phaseChoices());
        if (key == u"failuresAtMost")
            return FailuresAtMost{phase, in.integer(key, {0, 1'000'000})};
        if (key == u"successShareAtLeast")
            return SuccessShareAtLeast{phase, in.number(key, {0, 1})};
        if (key == u"p95AtMostTimesBefore")
            return P95AtMostTimesBefore{phase, in.number(key, {0.01, 1000})};
        return StateIs{phase, in.choice(key, stateChoices())};
    }

    void refuseContradiction(json::ObjectReader &in, const Expectation &added) const
    {
        const auto *now = std::get_if<StateIs>(&added.check);
        for (const auto &earlier : m_expectations) {
            const auto *before = std::get_if<StateIs>(&earlier.check);
            if (now == nullptr || before == nullptr || earlier.fleet != added.fleet
                || earlier.journey != added.journey || before->phase != now->phase
                || before->state == now->state)
                continue;
            in.report(u"state"_s,
                      u"It contradicts an earlier one: \"%1\". Remove one of the two."_s.arg(words(earlier)));
            return;
        }
    }

    const Scenario &m_scenario;
    const ScenarioContext &m_context;
    std::vector<Expectation> m_expectations;
};

} // namespace

std::vector<Expectation>
readExpectations(json::ObjectReader &in, const Scenario &scenario, const ScenarioContext &context)
{
    ExpectationsReader reader(scenario, context);
    in.objects(u"expectations"_s, json::Presence::Optional,
               [&](json::ObjectReader &each) { reader.read(each); });
    return reader.take();
}

} // namespace model::operation
