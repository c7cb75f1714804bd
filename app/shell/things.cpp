// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "things.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace app::shell {

namespace {

using model::system::CapabilityId;
using model::system::EndpointId;
using model::system::System;

QString ofThings(const char *text)
{
    return QCoreApplication::translate("app::shell", text);
}

void addCapability(const System &system,
                   const model::system::Capability &capability,
                   std::vector<Thing> &things)
{
    const auto *team = system.team(capability.team);
    things.push_back(
        {Thing::Kind::Capability,
         capability.title,
         ofThings("service of team %1").arg(team != nullptr ? team->title : capability.team.value),
         {capability.id}});
    for (const auto &endpoint : capability.endpoints)
        things.push_back({Thing::Kind::Endpoint,
                          endpoint.id.operation,
                          ofThings("endpoint of %1").arg(capability.title),
                          {capability.id}});
    for (const auto &name : capability.owns)
        things.push_back({Thing::Kind::Store,
                          name,
                          ofThings("in the database of %1").arg(capability.title),
                          {capability.id}});
}

// Those of the topic, the publisher first.
std::vector<CapabilityId> partiesOf(const System &system, const model::system::TopicId &topic)
{
    std::vector<CapabilityId> parties;
    for (const auto &capability : system.capabilities) {
        if (std::ranges::find(capability.publishes, topic) != capability.publishes.end())
            parties.push_back(capability.id);
    }
    std::ranges::copy(system.consumersOf(topic), std::back_inserter(parties));
    return parties;
}

void follow(const System &system, const EndpointId &id, QSet<EndpointId> &seen)
{
    const auto *endpoint = system.endpoint(id);
    if (endpoint == nullptr || seen.contains(id))
        return;
    seen.insert(id);
    for (const auto &call : endpoint->calls)
        follow(system, call.to, seen);
}

// Whoever is asked on the way, by calls; what messages set going later is not.
std::vector<CapabilityId> serversOf(const System &system, const model::system::Journey &journey)
{
    QSet<EndpointId> seen;
    for (const auto &step : journey.steps)
        follow(system, step.endpoint, seen);
    std::vector<CapabilityId> servers;
    for (const auto &capability : system.capabilities) {
        if (std::ranges::any_of(capability.endpoints,
                                [&](const auto &endpoint) { return seen.contains(endpoint.id); }))
            servers.push_back(capability.id);
    }
    return servers;
}

} // namespace

std::vector<Thing> thingsOf(const System &system)
{
    std::vector<Thing> things;
    for (const auto &capability : system.capabilities)
        addCapability(system, capability, things);
    for (const auto &topic : system.topics)
        things.push_back({Thing::Kind::Topic, topic.id.value, ofThings("topic of messages"),
                          partiesOf(system, topic.id), topic.id});
    for (const auto &journey : system.journeys)
        things.push_back({Thing::Kind::Journey,
                          journey.title,
                          ofThings("journey of customers"),
                          serversOf(system, journey),
                          {},
                          journey.id});
    return things;
}

} // namespace app::shell
