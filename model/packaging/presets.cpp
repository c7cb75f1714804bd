// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets.h"

#include <algorithm>

namespace model::packaging {

using namespace Qt::StringLiterals;
using system::Capability;
using system::System;

namespace {

Unit unitOfTeam(const System &system, const system::Team &team)
{
    Unit unit{{team.id.value}, team.title, {}, 1};
    for (const Capability &capability : system.capabilities) {
        if (capability.team == team.id)
            unit.capabilities.push_back(capability.id);
    }
    return unit;
}

} // namespace

Packaging monolith(const System &system)
{
    Unit all{{system.id}, system.title, {}, 1};
    for (const Capability &capability : system.capabilities)
        all.capabilities.push_back(capability.id);
    return {{u"monolith"_s}, u"Monolith"_s, {std::move(all)}};
}

Packaging byTeam(const System &system)
{
    Packaging packaging{{u"by-team"_s}, u"By team"_s, {}};
    for (const system::Team &team : system.teams) {
        Unit unit = unitOfTeam(system, team);
        if (!unit.capabilities.empty())
            packaging.units.push_back(std::move(unit));
    }
    return packaging;
}

Packaging microservices(const System &system)
{
    Packaging packaging{{u"microservices"_s}, u"Microservices"_s, {}};
    for (const Capability &capability : system.capabilities)
        packaging.units.push_back({{capability.id.value}, capability.title, {capability.id}, 1});
    return packaging;
}

std::optional<Packaging> preset(const QString &id, const System &system)
{
    if (id == u"monolith")
        return monolith(system);
    if (id == u"by-team")
        return byTeam(system);
    if (id == u"microservices")
        return microservices(system);
    return {};
}

QStringList presetIds()
{
    return {u"monolith"_s, u"by-team"_s, u"microservices"_s};
}

} // namespace model::packaging
