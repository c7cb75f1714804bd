// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenariocontext.h"

#include <model/json/suggestion.h>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

QString unknown(const QString &what, const QString &written, const QStringList &candidates)
{
    return u"There is no %1 \"%2\".%3 Write %4."_s.arg(what, written, json::didYouMean(written, candidates),
                                                       json::oneOf(candidates));
}

} // namespace

json::Choices<JourneyState> stateChoices()
{
    json::Choices<JourneyState> choices;
    for (const auto state : {JourneyState::Working, JourneyState::Degraded, JourneyState::Down})
        choices.emplace_back(word(state), state);
    return choices;
}

json::Choices<Phase> phaseChoices()
{
    json::Choices<Phase> choices;
    for (const auto phase : {Phase::Before, Phase::During, Phase::After})
        choices.emplace_back(word(phase), phase);
    return choices;
}

QStringList ScenarioContext::capabilityIds() const
{
    QStringList ids;
    for (const auto &capability : system.capabilities)
        ids.append(capability.id.value);
    return ids;
}

QStringList ScenarioContext::journeyIds() const
{
    QStringList ids;
    for (const auto &journey : system.journeys)
        ids.append(journey.id.value);
    return ids;
}

json::Choices<Safeguard> safeguardChoices()
{
    json::Choices<Safeguard> choices;
    for (const auto &each : safeguardTable())
        choices.push_back({QString::fromLatin1(each.word), each.safeguard});
    return choices;
}

system::CapabilityId ScenarioContext::capability(json::ObjectReader &in, const QString &key) const
{
    const system::CapabilityId id{in.text(key, json::identifier())};
    if (!id.isEmpty() && system.capability(id) == nullptr)
        in.report(key, unknown(u"capability"_s, id.value, capabilityIds()));
    return id;
}

system::JourneyId ScenarioContext::journey(json::ObjectReader &in, const QString &key) const
{
    const system::JourneyId id{in.text(key, json::identifier())};
    if (!id.isEmpty() && system.journey(id) == nullptr)
        in.report(key, unknown(u"journey"_s, id.value, journeyIds()));
    return id;
}

system::PackagingId
ScenarioContext::fleet(json::ObjectReader &in, const Scenario &scenario, json::Presence presence) const
{
    const auto key = u"fleet"_s;
    const bool mayBeAbsent = presence == json::Presence::Optional;
    const system::PackagingId id{
        in.text(key, json::identifier(), mayBeAbsent ? std::optional<QString>(QString()) : std::nullopt)};
    // Without any fleet there is an error already, of which this would only be an echo.
    if (id.isEmpty() || scenario.fleets.empty() || scenario.fleet(id) != nullptr)
        return id;
    QStringList ids;
    for (const auto &fleet : scenario.fleets)
        ids.append(fleet.id.value);
    in.report(key, unknown(u"fleet"_s, id.value, ids));
    return id;
}

} // namespace model::operation
