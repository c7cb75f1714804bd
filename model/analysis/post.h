// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "strain.h"

namespace model::analysis {

// What a capability is told by messages.
struct Told
{
    double perSecond = 0; // messages
    double workSeconds = 0; // in each second, for which they keep workers busy
};

// Whether it publishes when it has heard something: a synthetic one does; of the others whoever changes data
// on nobody's request has nothing else to publish for. The file does not say.
bool handsOn(const system::System &system, const system::Capability &capability);

// By capability, when so many requests a second make each of them publish; who cannot keep up with its
// messages hands on no more than it handles.
std::vector<Told> toldBy(const Ground &ground,
                         const std::vector<double> &publishing,
                         const std::vector<Strain::OfQueue> &queues);

// How long a capability has one message in hand, and how many a second it can handle: each instance takes two
// for each of its workers at a time (services/runtime, Consumers), those with the same key one after another;
// a slow store is waited for once, for one transaction.
struct MessagePace
{
    double seconds = 0;
    double mostPerSecond = never; // of all instances together
};
MessagePace paceOf(const Ground &ground, const Troubles &troubles, const Strain &strain, int capability);

// Why nobody consumes for the capabilities of a unit at present; null: somebody does.
const Fault *whyNobodyConsumes(const Troubles &troubles, int unit);

// How much longer an access to the unit's store takes, in seconds, and why; null: it is well.
struct StoreDelay
{
    double seconds = 0;
    const Fault *fault = nullptr;
};
StoreDelay storeDelay(const Troubles &troubles, int unit);

} // namespace model::analysis
