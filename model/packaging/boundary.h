// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packaging.h"

#include <model/system/system.h>

#include <vector>

namespace model::packaging {

// A declared call whose two ends are in different units: it crosses the network.
struct CrossingCall
{
    system::EndpointId from;
    system::Call call;
};

// A topic that is published in one unit and consumed in another.
struct CrossingEvent
{
    system::CapabilityId from;
    system::CapabilityId to;
    system::TopicId topic;

    bool operator==(const CrossingEvent &) const = default;
};

// What crosses between units under a packaging of the system: the price of distribution, as counts. In the
// order of the system's file.
std::vector<CrossingCall> crossingCalls(const system::System &system, const Packaging &packaging);
std::vector<CrossingEvent> crossingEvents(const system::System &system, const Packaging &packaging);

} // namespace model::packaging
