// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "system.h"

#include <algorithm>

namespace model::system {

namespace {

template<typename Thing, typename Key>
const Thing *withId(const std::vector<Thing> &things, const Key &id)
{
    const auto found = std::ranges::find(things, id, &Thing::id);
    return found == things.end() ? nullptr : &*found;
}

} // namespace

const Capability *System::capability(const CapabilityId &id) const
{
    return withId(capabilities, id);
}

QString System::titleOf(const CapabilityId &id) const
{
    const auto *known = capability(id);
    return known != nullptr ? known->title : id.value;
}

const Endpoint *System::endpoint(const EndpointId &id) const
{
    const Capability *owner = capability(id.capability);
    return owner == nullptr ? nullptr : withId(owner->endpoints, id);
}

const Contract *System::contract(const EndpointId &id) const
{
    const auto *own = endpoint(id);
    if (own == nullptr || !own->contract.has_value())
        return nullptr;
    const auto *like = endpoint(own->contract->like);
    return like != nullptr && like->contract.has_value() ? &*like->contract : &*own->contract;
}

const Journey *System::journey(const JourneyId &id) const
{
    return withId(journeys, id);
}

const Team *System::team(const TeamId &id) const
{
    return withId(teams, id);
}

const Topic *System::topic(const TopicId &id) const
{
    return withId(topics, id);
}

std::vector<CapabilityId> System::consumersOf(const TopicId &id) const
{
    std::vector<CapabilityId> consumers;
    for (const Capability &each : capabilities) {
        if (std::ranges::find(each.consumes, id, &Consumption::topic) != each.consumes.end())
            consumers.push_back(each.id);
    }
    return consumers;
}

} // namespace model::system
