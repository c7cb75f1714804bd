// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stage.h"

namespace model::analysis {

// What becomes of the attempts at one journey, and what they ask of the entry.
struct JourneyPlay
{
    double full = 0; // shares
    double degraded = 0;
    double failed = 0;
    double seconds = 0; // an attempt's in the mean
    double hung = 0; // share of which a request hangs for ever inside
    double untimely = 0; // share of those who wait for something which does not get it in time
    // The commonest reason of each kind of end; of a full one: what slowed it down.
    int whyFailed = 0;
    int whyDegraded = 0;
    int whySlow = 0;
    std::vector<Play::Next> next; // visits for one attempt
};

// How a message that a step waits for fares.
struct MessageDelay
{
    double seconds = 0; // never: it does not come
    int reason = 0;
};

// Whether a journey makes orders, and whether it is about orders that were made in another.
bool placesOrders(const system::Journey &journey);
bool asksAboutOrders(const system::Journey &journey);

// Walks a journey's steps on a stage as the load generator does (services/load, JourneyRunner).
JourneyPlay playJourney(Stage &stage, const system::Journey &journey);

// What a step of a journey waits for, at an endpoint of the entry.
struct Awaited
{
    const system::Journey *journey = nullptr;
    const system::Step *step = nullptr;
    int endpoint = 0;
};
// How long after it was caused a message is handled by whoever is asked about it, at the endpoint or behind:
// out of the publisher's store, through the broker, and behind those which wait for the consumers already.
MessageDelay messageDelay(const Stage::Setting &setting, const Phase &phase, const Awaited &awaited);

} // namespace model::analysis
