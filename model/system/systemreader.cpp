// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemreader.h"

#include "capabilityreader.h"
#include "contradictions.h"
#include "journeyreader.h"

#include <model/json/file.h>

namespace model::system {

using namespace Qt::StringLiterals;
using json::ObjectReader;
using json::Presence;

namespace {

json::Format format()
{
    return {.name = u"system"_s};
}

Team readTeam(ObjectReader &in)
{
    Team team;
    team.id.value = in.text(u"id"_s, json::identifier());
    team.title = in.text(u"title"_s);
    return team;
}

Topic readTopic(ObjectReader &in)
{
    Topic topic;
    topic.id.value = in.text(u"id"_s, json::dottedIdentifier());
    topic.summary = in.text(u"summary"_s);
    return topic;
}

void readComponents(ObjectReader &in, System &system)
{
    const json::Choices<QString> choices{{u"shop"_s, u"shop"_s}, {u"synthetic"_s, u"synthetic"_s}};
    system.components = in.choice<QString>(u"components"_s, choices);
}

void readSystem(ObjectReader &in, System &system)
{
    system.id = in.text(u"id"_s, json::identifier());
    system.title = in.text(u"title"_s);
    readComponents(in, system);
    system.entry.value = in.text(u"entry"_s, json::identifier());
    system.sessionLifetime = std::chrono::minutes(
        in.integer(u"sessionMinutes"_s, {1, 1'000'000}, static_cast<int>(system.sessionLifetime.count())));
    in.objects(u"teams"_s, Presence::Required,
               [&](ObjectReader &each) { system.teams.push_back(readTeam(each)); });
    in.objects(u"topics"_s, Presence::Optional,
               [&](ObjectReader &each) { system.topics.push_back(readTopic(each)); });
    in.objects(u"capabilities"_s, Presence::Required,
               [&](ObjectReader &each) { system.capabilities.push_back(readCapability(each)); });
    in.objects(u"journeys"_s, Presence::Required,
               [&](ObjectReader &each) { system.journeys.push_back(readJourney(each, system.entry)); });
    findContradictions(system, in.problems());
}

} // namespace

result::Checked<System> SystemReader::readFile(const QString &path)
{
    return json::checkedFile<System>(path, format(), readSystem);
}

result::Checked<System> SystemReader::readText(const QByteArray &text, const QString &file)
{
    return json::checkedText<System>(text, file, format(), readSystem);
}

} // namespace model::system
