// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world.h"

#include <model/system/operation.h>

#include <algorithm>

namespace tests::world {

using namespace Qt::StringLiterals;
using namespace model::system;

namespace {

Capability &capabilityOf(System &system, const QString &id)
{
    const auto found = std::ranges::find(system.capabilities, CapabilityId{id}, &Capability::id);
    if (found != system.capabilities.end())
        return *found;
    Capability capability;
    capability.id = {id};
    capability.title = id;
    capability.team = {u"team"_s};
    system.capabilities.push_back(capability);
    return system.capabilities.back();
}

Call callOf(QString text)
{
    Call call;
    if (text.endsWith(u'?')) {
        text.chop(1);
        call.necessity = Necessity::Optional;
        call.fallback = u"nothing"_s;
    }
    if (const auto star = text.indexOf(u'*'); star > 0) {
        call.count = text.sliced(star + 1).toInt();
        text.truncate(star);
    }
    call.to = parseEndpointId(text.trimmed()).value();
    return call;
}

void addJourney(System &system, const Endpoint &endpoint, bool awaits)
{
    Journey journey;
    journey.id = {endpoint.id.operation.section(u'/', 1)};
    journey.title = journey.id.value;
    Step step;
    step.endpoint = endpoint.id;
    if (awaits)
        step.until = Until{u"/items"_s};
    journey.steps.push_back(step);
    system.journeys.push_back(journey);
}

void addLine(System &system, const QString &line)
{
    const auto parts = line.section(u':', 0, 0).simplified().split(u' ');
    auto &capability = capabilityOf(system, parts.at(0));
    if (parts.at(1) == u"listens" || parts.at(1) == u"publishes") {
        const TopicId topic{parts.at(2)};
        if (system.topic(topic) == nullptr)
            system.topics.push_back({topic, parts.at(2)});
        if (parts.at(1) == u"listens")
            capability.consumes.push_back({topic, std::chrono::microseconds(1000)});
        else
            capability.publishes.push_back(topic);
        return;
    }
    Endpoint endpoint;
    endpoint.id = {capability.id, parts.at(1) + u' ' + parts.at(2)};
    endpoint.serviceTime = std::chrono::microseconds(2000);
    endpoint.idempotent = parts.at(1) != u"POST" || parts.contains(u"keyed"_s);
    endpoint.changesData = parts.contains(u"writes"_s);
    if (parts.contains(u"reads"_s) || endpoint.changesData) {
        endpoint.storeAccesses = 1;
        capability.owns = {u"things"_s};
    }
    for (const auto &call : line.section(u':', 1).split(u',', Qt::SkipEmptyParts)) {
        if (!call.trimmed().isEmpty())
            endpoint.calls.push_back(callOf(call.trimmed()));
    }
    capability.endpoints.push_back(endpoint);
    if (capability.id == system.entry)
        addJourney(system, endpoint, parts.contains(u"awaits"_s));
}

} // namespace

System fromLines(const QString &lines)
{
    System system;
    system.id = u"world"_s;
    system.title = u"World"_s;
    system.components = u"synthetic"_s;
    system.teams = {{{u"team"_s}, u"Team"_s}};
    system.entry = {lines.trimmed().section(u' ', 0, 0)};
    for (const auto &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            addLine(system, line.trimmed());
    }
    return system;
}

} // namespace tests::world
