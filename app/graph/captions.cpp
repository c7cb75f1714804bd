// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "captions.h"

#include <QCoreApplication>

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::NodeId;
using model::layout::NodeKind;

namespace {

Captions::Text textOf(const model::system::System &system, const model::system::CapabilityId &id)
{
    const auto *capability = system.capability(id);
    if (capability == nullptr)
        return {id.value, {}, {}};
    const auto team = std::ranges::find(system.teams, capability->team, &model::system::Team::id);
    if (team == system.teams.end())
        return {capability->title, {}, {}};
    return {capability->title, static_cast<int>(team - system.teams.begin()), team->title};
}

} // namespace

Captions captionsOf(const model::system::System &system, const model::packaging::Packaging &packaging)
{
    Captions captions;
    captions.fleet = packaging.title;
    captions.nodes[{NodeKind::Shoppers, {}}] = {QCoreApplication::translate("Captions", "Shoppers"), {}, {}};
    for (const auto &topic : system.topics)
        captions.nodes[{NodeKind::Topic, topic.id.value}] = {topic.id.value, {}, {}};
    for (const auto &unit : packaging.units) {
        for (const auto &capability : unit.capabilities)
            captions.modules[capability] = textOf(system, capability);
        auto text = textOf(system, unit.capabilities.front());
        text.title = unit.title;
        const bool shared = std::ranges::any_of(unit.capabilities, [&](const auto &capability) {
            return captions.modules[capability].team != text.team;
        });
        if (shared)
            text.team.reset();
        captions.nodes[{NodeKind::Unit, unit.id.value}] = text;
        captions.nodes[{NodeKind::Store, unit.id.value}] = {unit.id.value + u".db"_s, {}, {}};
    }
    return captions;
}

} // namespace app::graph
