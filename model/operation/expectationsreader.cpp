// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checkreader.h"
#include "scenariocontext.h"

#include <model/json/suggestion.h>

#include <algorithm>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

bool breaksSomething(const Scenario &scenario)
{
    return std::ranges::any_of(scenario.actions, [](const Action &action) {
        return std::holds_alternative<Crash>(action) || std::holds_alternative<Inject>(action)
            || std::holds_alternative<Storm>(action);
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
        const auto key = readKey(in);
        if (!key) {
            readSubjects(in, u"journeys"_s, u"journey"_s, m_context.journeyIds());
            readSubjects(in, u"capabilities"_s, u"capability"_s, m_context.capabilityIds());
            return;
        }
        const bool isOfCapabilities = capabilityCheckKeys().contains(*key);
        const auto subjects = isOfCapabilities
            ? readSubjects(in, u"capabilities"_s, u"capability"_s, m_context.capabilityIds())
            : readSubjects(in, u"journeys"_s, u"journey"_s, m_context.journeyIds());
        const auto check = readCheck(in, *key);
        for (const auto &id : subjects) {
            const auto expectation
                = isOfCapabilities ? Expectation{fleet, {}, check, {id}} : Expectation{fleet, {id}, check};
            refuseContradiction(in, expectation);
            m_expectations.push_back(expectation);
        }
    }

    std::vector<Expectation> take() { return std::move(m_expectations); }

private:
    // What the expectation is about; all there are, when none is named.
    static QStringList
    readSubjects(json::ObjectReader &in, const QString &key, const QString &what, const QStringList &known)
    {
        QStringList subjects;
        const auto named = in.texts(key, json::identifier(), json::Presence::Optional);
        if (!in.has(key))
            return known;
        for (const auto &id : named) {
            if (!id.isEmpty() && !known.contains(id))
                in.report(key,
                          u"There is no %1 \"%2\".%3 Write %4."_s.arg(what, id, json::didYouMean(id, known),
                                                                      json::oneOf(known)));
            else if (!id.isEmpty())
                subjects.append(id);
        }
        return subjects;
    }

    // The one member that says what is expected.
    std::optional<QString> readKey(json::ObjectReader &in) const
    {
        QStringList present;
        const auto keys = journeyCheckKeys() + capabilityCheckKeys();
        std::ranges::copy_if(keys, std::back_inserter(present),
                             [&](const QString &key) { return in.has(key); });
        if (present.size() != 1) {
            in.report(present.value(1), u"An expectation says exactly one of %1."_s.arg(json::oneOf(keys)));
            for (const auto &key : present)
                readCheck(in, key);
            return std::nullopt;
        }
        if (!breaksSomething(m_scenario) && !m_scenario.actions.empty())
            in.report(present.first(),
                      u"Nothing breaks in this scenario, so there is no before, during and after. "
                      u"Add an action that crashes something or injects a fault."_s);
        return present.first();
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
