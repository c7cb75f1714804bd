// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/journeystate.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QHash>
#include <QSet>

namespace model::analysis {

using operation::JourneyState;

// What the declared calls alone say about a crash: who needs whom. Knows no replicas, policies or queues.
struct Dependence
{
    QHash<system::JourneyId, JourneyState> journeys; // Working, Degraded or Down; each journey of the system
    QSet<system::CapabilityId> suffering; // some endpoint of theirs needs, or would like, what is dead
};

// Predicts what is left when all capabilities of a unit are dead. An endpoint is down when it is dead or a
// required call of it leads to one that is down; degraded when only an optional one does, or a required one
// leads to one that is degraded. A journey is as well as the worst of its steps. Calls form no required
// cycle (SystemReader sees to it); an optional cycle ends where it began.
Dependence
dependenceOn(const system::System &system, const packaging::Packaging &packaging, const system::UnitId &unit);

} // namespace model::analysis
