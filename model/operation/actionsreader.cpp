// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "autoscalingreader.h"
#include "faultcheck.h"
#include "faulttext.h"
#include "policychangereader.h"
#include "scenariocontext.h"

#include <model/json/suggestion.h>
#include <model/packaging/regroup.h>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

enum class Verb
{
    Crash,
    Restart,
    Scale,
    Autoscale,
    StopAutoscaling,
    SetLoad,
    SetPolicies,
    SwitchOff,
    SwitchOn,
    Wait,
    WaitUntilHealthy,
    WaitUntilJourney,
    Storm,
    Inject,
    Lift
};

json::Choices<Verb> verbs()
{
    return {
        {u"crash"_s, Verb::Crash},
        {u"restart"_s, Verb::Restart},
        {u"scale"_s, Verb::Scale},
        {u"autoscale"_s, Verb::Autoscale},
        {u"stop-autoscaling"_s, Verb::StopAutoscaling},
        {u"set-load"_s, Verb::SetLoad},
        {u"set-policies"_s, Verb::SetPolicies},
        {u"switch-off"_s, Verb::SwitchOff},
        {u"switch-on"_s, Verb::SwitchOn},
        {u"wait"_s, Verb::Wait},
        {u"wait-until-healthy"_s, Verb::WaitUntilHealthy},
        {u"wait-until-journey"_s, Verb::WaitUntilJourney},
        {u"storm"_s, Verb::Storm},
        {u"inject"_s, Verb::Inject},
        {u"lift"_s, Verb::Lift},
    };
}

constexpr double longestWaitMs = 600'000;
constexpr double mostShoppersPerSecond = 10'000;

std::chrono::milliseconds whole(std::chrono::microseconds time)
{
    return std::chrono::round<std::chrono::milliseconds>(time);
}

// The most instances that the target's unit has anywhere at the start.
int instancesOf(const Target &target, const Scenario &scenario)
{
    int most = 0;
    for (const auto &fleet : scenario.fleets) {
        const auto *unit = fleet.unitOf(target.capability);
        if (unit != nullptr && (target.fleet.isEmpty() || target.fleet == fleet.id))
            most = std::max(most, unit->instances);
    }
    return most;
}

// Reads the actions one after another and remembers what a later one may refer to.
class ActionsReader
{
public:
    ActionsReader(const Scenario &scenario, const ScenarioContext &context)
        : m_scenario(scenario)
        , m_context(context)
    {
    }

    Action read(json::ObjectReader &in)
    {
        switch (in.choice(u"do"_s, verbs())) {
        case Verb::Crash:
            return readCrash(in);
        case Verb::Restart:
            return readRestart(in);
        case Verb::Scale:
            return readScale(in);
        case Verb::Autoscale:
            return readAutoscale(in);
        case Verb::StopAutoscaling:
            return Autoscale{readTarget(in, false), std::nullopt};
        case Verb::SetLoad:
            return SetLoad{in.number(u"shoppersPerSecond"_s, {0, mostShoppersPerSecond})};
        case Verb::SetPolicies:
            return readSetPolicies(in);
        case Verb::SwitchOff:
            return readSafeguard(in, false);
        case Verb::SwitchOn:
            return readSafeguard(in, true);
        case Verb::Wait:
            return Wait{whole(in.milliseconds(u"ms"_s, {1, longestWaitMs}))};
        case Verb::WaitUntilHealthy:
            return WaitUntilHealthy{m_context.fleet(in, m_scenario, json::Presence::Optional),
                                    readWithin(in)};
        case Verb::WaitUntilJourney:
            return WaitUntilJourney{
                m_context.journey(in, u"journey"_s), in.choice(u"state"_s, stateChoices()),
                m_context.fleet(in, m_scenario, json::Presence::Optional), readWithin(in)};
        case Verb::Storm:
            return readStorm(in);
        case Verb::Inject:
            return readInject(in);
        case Verb::Lift:
            return readLift(in);
        }
        Q_UNREACHABLE();
    }

private:
    Action readCrash(json::ObjectReader &in)
    {
        const Target target = readTarget(in, true);
        m_crashed.append(target.capability.value);
        return Crash{target};
    }

    Action readRestart(json::ObjectReader &in)
    {
        const Target target = readTarget(in, true);
        if (!target.capability.isEmpty() && !m_crashed.contains(target.capability.value))
            in.report(u"capability"_s,
                      u"Nothing has crashed \"%1\" before this restart. Crash it first."_s.arg(
                          target.capability.value));
        return Restart{target};
    }

    Action readScale(json::ObjectReader &in)
    {
        m_isScaled = true;
        const Target target = readTarget(in, false);
        return Scale{target, in.integer(u"instances"_s, {1, packaging::maximumInstances})};
    }

    Action readSetPolicies(json::ObjectReader &in)
    {
        auto change = readPolicyChange(in, m_context.system);
        return SetPolicies{std::move(change), m_context.fleet(in, m_scenario, json::Presence::Optional)};
    }

    Action readStorm(json::ObjectReader &in)
    {
        Storm storm;
        storm.duration = whole(in.milliseconds(u"ms"_s, {1, longestWaitMs}));
        for (const auto &id : in.texts(u"most"_s, json::identifier(), json::Presence::Optional)) {
            if (m_context.system.capability({id}) == nullptr)
                in.report(u"most"_s,
                          u"There is no capability \"%1\". Write %2."_s.arg(
                              id, json::oneOf(m_context.capabilityIds())));
            else
                storm.most.push_back({id});
        }
        for (const auto &capability : m_context.system.capabilities)
            storm.capabilities.push_back(capability.id);
        for (const auto &capability : m_context.system.capabilities) {
            for (const auto &endpoint : capability.endpoints)
                addLinks(endpoint, storm);
        }
        return storm;
    }

    static void addLinks(const system::Endpoint &endpoint, Storm &storm)
    {
        for (const auto &call : endpoint.calls) {
            const Storm::Link link{endpoint.id.capability, call.to.capability};
            if (call.necessity == system::Necessity::Required && link.caller != link.callee
                && std::ranges::find(storm.links, link) == storm.links.end())
                storm.links.push_back(link);
        }
    }

    Action readSafeguard(json::ObjectReader &in, bool on)
    {
        const auto safeguard = in.choice(u"safeguard"_s, safeguardChoices());
        return SetSafeguard{safeguard, on, m_context.fleet(in, m_scenario, json::Presence::Optional)};
    }

    Action readAutoscale(json::ObjectReader &in)
    {
        m_isScaled = true;
        const Target target = readTarget(in, false);
        return Autoscale{target, readAutoscaling(in)};
    }

    Action readInject(json::ObjectReader &in)
    {
        const Fault fault = readFault(in, in.text(u"fault"_s));
        for (const auto &fleet : m_scenario.fleets) {
            if (!m_isScaled) // then there may be more instances by now
                report(in, errorsOf(fault, fleet));
        }
        m_injected.push_back(fault);
        return Inject{fault};
    }

    Action readLift(json::ObjectReader &in)
    {
        const auto text = in.text(u"fault"_s, json::sentence(), QString());
        const auto fleet = m_context.fleet(in, m_scenario, json::Presence::Optional);
        if (text.isEmpty())
            return Lift{{}, fleet};
        if (!fleet.isEmpty())
            in.report(u"fleet"_s, u"Write the fleet at the end of the fault, after \"@\"."_s);
        const Fault fault = readFault(in, text);
        if (std::ranges::find(m_injected, fault) == m_injected.end())
            in.report(u"fault"_s, u"Nothing has injected \"%1\" before this. Inject it first."_s.arg(text));
        return Lift{fault, {}};
    }

    Fault readFault(json::ObjectReader &in, const QString &text)
    {
        if (text.isEmpty())
            return {}; // reported already
        const auto read = operation::readFault(text, m_context.system);
        if (!read) {
            report(in, read.error());
            return {};
        }
        const auto &fleet = read->target.fleet;
        if (!fleet.isEmpty() && !m_scenario.fleets.empty() && m_scenario.fleet(fleet) == nullptr)
            in.report(u"fault"_s, u"There is no fleet \"%1\" in this scenario."_s.arg(fleet.value));
        return *read;
    }

    static void report(json::ObjectReader &in, const result::Errors &errors)
    {
        for (const auto &error : errors)
            in.report(u"fault"_s, error.message);
    }

    Target readTarget(json::ObjectReader &in, bool mayNameInstance)
    {
        Target target;
        target.capability = m_context.capability(in, u"capability"_s);
        target.fleet = m_context.fleet(in, m_scenario, json::Presence::Optional);
        if (!mayNameInstance)
            return target;
        target.instance = in.integer(u"instance"_s, {1, packaging::maximumInstances}, 0);
        const int present = instancesOf(target, m_scenario);
        if (target.instance > present && present > 0 && !m_isScaled)
            in.report(
                u"instance"_s,
                u"There are only %1 instances of \"%2\". Name one of them, or start more."_s.arg(present).arg(
                    target.capability.value));
        return target;
    }

    static std::chrono::milliseconds readWithin(json::ObjectReader &in)
    {
        return whole(in.milliseconds(u"withinMs"_s, {1, longestWaitMs}, std::chrono::seconds(10)));
    }

    const Scenario &m_scenario;
    const ScenarioContext &m_context;
    QStringList m_crashed;
    std::vector<Fault> m_injected;
    bool m_isScaled = false;
};

} // namespace

std::vector<Action>
readActions(json::ObjectReader &in, const Scenario &scenario, const ScenarioContext &context)
{
    std::vector<Action> actions;
    ActionsReader reader(scenario, context);
    in.objects(u"actions"_s, json::Presence::Required,
               [&](json::ObjectReader &each) { actions.push_back(reader.read(each)); });
    return actions;
}

} // namespace model::operation
