// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capability.h"
#include "journey.h"

namespace model::system {

struct Team
{
    TeamId id;
    QString title;
};

// A stream of events. Each consuming capability has a queue of its own.
struct Topic
{
    TopicId id;
    QString summary;
};

// The described application: a plain value. Made and validated by SystemReader, so whoever holds one may
// trust that each id it mentions exists.
struct System
{
    QString id;
    QString title;
    QString components; // which code plays the capabilities: "shop" or "synthetic"
    CapabilityId entry; // the customers' one door ("storefront")
    std::chrono::minutes sessionLifetime{720}; // how long a customer stays logged in
    std::vector<Team> teams;
    std::vector<Topic> topics;
    std::vector<Capability> capabilities;
    std::vector<Journey> journeys;

    const Capability *capability(const CapabilityId &id) const;
    // By what people know the capability: its title; of one that this system does not have, its id.
    QString titleOf(const CapabilityId &id) const;
    const Endpoint *endpoint(const EndpointId &id) const;
    // What it promises, its own or that of the one it is like; null: its system does not say.
    const Contract *contract(const EndpointId &id) const;
    const Journey *journey(const JourneyId &id) const;
    const Team *team(const TeamId &id) const;
    const Topic *topic(const TopicId &id) const;
    std::vector<CapabilityId> consumersOf(const TopicId &id) const;
};

} // namespace model::system
