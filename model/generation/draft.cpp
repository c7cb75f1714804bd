// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "draft.h"

#include "businesswords.h"

#include <algorithm>

namespace model::generation {

using namespace Qt::StringLiterals;
using system::Capability;
using system::Endpoint;

namespace {

constexpr int mostTeams = 7;

QString titled(QString id)
{
    id.replace(u'-', u' ');
    id[0] = id[0].toUpper();
    return id;
}

void drawLimits(Capability &capability, Lots &lots)
{
    capability.bootTime = std::chrono::milliseconds(lots.between(5, 15) * 10);
    capability.workers = 4 << lots.below(3);
    capability.queueLimit = 32 << lots.below(3);
    capability.inFlightLimit = 64 << lots.below(3);
    capability.memoryMegabytes = 32 << lots.below(3);
}

Endpoint endpoint(const Capability &capability, const QString &operation, Lots &lots)
{
    const bool isWritten = !operation.startsWith(u"GET ");
    Endpoint made;
    made.id = {capability.id, operation};
    made.summary = isWritten ? u"Writes one down."_s : u"Tells one."_s;
    made.serviceTime = someWork(lots);
    made.idempotent = true; // a POST takes an Idempotency-Key
    return made;
}

Capability ability(const BusinessWord &word, Lots &lots)
{
    Capability made;
    made.id.value = QString::fromLatin1(word.ability);
    made.title = titled(made.id.value);
    made.purpose = QString::fromLatin1(word.purpose);
    drawLimits(made, lots);
    const QString things = QString::fromLatin1(word.things);
    made.endpoints.push_back(endpoint(made, u"GET /%1/{id}"_s.arg(things), lots));
    if (lots.chance(70))
        made.owns.push_back(things);
    if (!made.owns.empty() && lots.chance(70))
        made.endpoints.push_back(endpoint(made, u"POST /%1"_s.arg(things), lots));
    else if (!made.owns.empty() && lots.chance(50))
        made.endpoints.push_back(endpoint(made, u"PUT /%1/{id}"_s.arg(things), lots));
    return made;
}

Capability door(const DoorWord &word, Lots &lots)
{
    Capability made;
    made.id.value = QString::fromLatin1(word.id);
    made.title = QString::fromLatin1(word.title);
    made.purpose = u"Is the one door through which customers reach everything else."_s;
    drawLimits(made, lots);
    return made;
}

} // namespace

std::chrono::microseconds someWork(Lots &lots)
{
    return std::chrono::microseconds(lots.between(2, 20) * 100);
}

void addTeams(Draft &draft, int capabilities)
{
    auto words = teamWords();
    draft.lots.shuffle(words);
    const int teams = draft.lots.between(2, std::min(mostTeams, capabilities));
    for (int team = 0; team < teams; ++team) {
        const QString title = QString::fromLatin1(words[static_cast<std::size_t>(team)]);
        draft.system.teams.push_back({{title.toLower()}, title});
    }
}

void addCapabilities(Draft &draft, int capabilities)
{
    auto &[system, layers, lots] = draft;
    system.capabilities.push_back(door(lots.oneOf(doorWords()), lots));
    system.entry = system.capabilities.front().id;
    auto words = businessWords();
    lots.shuffle(words);
    const int depth = lots.between(2, 4);
    for (int i = 1; i < capabilities; ++i)
        system.capabilities.push_back(ability(words[static_cast<std::size_t>(i)], lots));
    for (int i = 0; i < capabilities; ++i) {
        layers.push_back(i == 0 ? 0 : 1 + (i - 1) * depth / (capabilities - 1));
        const auto team = std::min<std::size_t>(static_cast<std::size_t>(i), system.teams.size() - 1);
        auto &owner = system.capabilities[static_cast<std::size_t>(i)].team;
        owner
            = i < static_cast<int>(system.teams.size()) ? system.teams[team].id : lots.oneOf(system.teams).id;
    }
}

void addStorage(Draft &draft)
{
    for (auto &capability : draft.system.capabilities) {
        for (auto &endpoint : capability.endpoints) {
            endpoint.changesData = !endpoint.id.operation.startsWith(u"GET ");
            endpoint.storeAccesses = capability.owns.empty() ? 0 : draft.lots.between(1, 2);
        }
    }
}

const Endpoint *endpointWith(const Capability &capability, const QString &method)
{
    const auto found = std::ranges::find_if(capability.endpoints, [&](const Endpoint &one) {
        return one.id.operation.startsWith(method + u' ');
    });
    return found == capability.endpoints.end() ? nullptr : &*found;
}

} // namespace model::generation
