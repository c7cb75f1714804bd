// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>

namespace app::inspector {

// What a team answers for, as declared. A value; the capabilities stay the system's.
struct TeamHoldings
{
    std::vector<const model::system::Capability *> capabilities;
    QStringList tables;
    QStringList publishes; // topics
    QStringList listensTo; // topics of any team
    int endpoints = 0;
};
TeamHoldings holdingsOf(const model::system::System &system, const model::system::TeamId &team);

// Who answers for something in a unit, each once, in the order of its capabilities.
std::vector<model::system::TeamId> teamsOf(const model::system::System &system,
                                           const model::packaging::Unit &unit);

// Other teams whose endpoints or messages those capabilities need, and which need theirs.
struct Dealings
{
    std::vector<model::system::TeamId> needs;
    std::vector<model::system::TeamId> neededBy;
};
Dealings dealingsOf(const model::system::System &system,
                    const std::vector<model::system::CapabilityId> &capabilities);

// "Discovery", or the id where a system has no such team.
QString titleOf(const model::system::System &system, const model::system::TeamId &team);
QString titlesOf(const model::system::System &system, const std::vector<model::system::TeamId> &teams);

} // namespace app::inspector
