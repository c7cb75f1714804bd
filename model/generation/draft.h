// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lots.h"

#include <model/system/system.h>

namespace model::generation {

// A system while it is drawn by lot: capabilities stand in layers, the entry alone in the first; calls go to
// deeper layers only. Lives on randomSystem()'s stack.
struct Draft
{
    system::System system;
    std::vector<int> layers; // of each capability
    Lots lots;
};

// The parts of a system, in the order in which they are drawn. Each adds to what is there.
void addTeams(Draft &draft, int capabilities);
void addCapabilities(Draft &draft, int capabilities);
void addTopics(Draft &draft);
void addCalls(Draft &draft);
void addJourneys(Draft &draft);
// Whom nobody would ever ask is called by the entry.
void addCallsToTheForgotten(Draft &draft);
// What each endpoint does to its database.
void addStorage(Draft &draft);

// The first endpoint of the capability with that method; null: it has none.
const system::Endpoint *endpointWith(const system::Capability &capability, const QString &method);
// How many calls one request to the endpoint causes when all goes well.
int costOf(const system::System &system, const system::Endpoint &endpoint);
std::chrono::microseconds someWork(Lots &lots);

} // namespace model::generation
