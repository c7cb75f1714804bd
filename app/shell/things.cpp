// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "things.h"

#include <QCoreApplication>

namespace app::shell {

namespace {

QString ofThings(const char *text)
{
    return QCoreApplication::translate("Things", text);
}

void addCapability(const model::system::System &system,
                   const model::system::Capability &capability,
                   std::vector<Thing> &things)
{
    const auto *team = system.team(capability.team);
    things.push_back(
        {Thing::Kind::Capability, capability.title,
         ofThings("service of team %1").arg(team != nullptr ? team->title : capability.team.value),
         capability.id});
    for (const auto &endpoint : capability.endpoints)
        things.push_back({Thing::Kind::Endpoint, endpoint.id.operation,
                          ofThings("endpoint of %1").arg(capability.title), capability.id});
    for (const auto &name : capability.owns)
        things.push_back({Thing::Kind::Store, name, ofThings("in the database of %1").arg(capability.title),
                          capability.id});
}

} // namespace

std::vector<Thing> thingsOf(const model::system::System &system)
{
    std::vector<Thing> things;
    for (const auto &capability : system.capabilities)
        addCapability(system, capability, things);
    for (const auto &topic : system.topics)
        things.push_back({Thing::Kind::Topic, topic.id.value, ofThings("topic"), {}, topic.id});
    return things;
}

} // namespace app::shell
