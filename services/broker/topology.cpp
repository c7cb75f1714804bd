// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "topology.h"

#include <algorithm>

namespace services::broker {

bool names(const std::vector<TopicBinding> &topology, const CapabilityId &group)
{
    return std::ranges::any_of(topology, [&group](const TopicBinding &binding) {
        return std::ranges::find(binding.groups, group) != binding.groups.end();
    });
}

bool reads(const std::vector<TopicBinding> &topology, const CapabilityId &group, const TopicId &topic)
{
    return std::ranges::any_of(topology, [&](const TopicBinding &binding) {
        return binding.topic == topic && std::ranges::find(binding.groups, group) != binding.groups.end();
    });
}

std::vector<TopicBinding> withInterest(std::vector<TopicBinding> topology, const Interest &interest)
{
    for (const TopicId &topic : interest.topics) {
        auto binding = std::ranges::find(topology, topic, &TopicBinding::topic);
        if (binding == topology.end())
            binding = topology.insert(binding, {topic, {}});
        if (std::ranges::find(binding->groups, interest.group) == binding->groups.end())
            binding->groups.push_back(interest.group);
    }
    return topology;
}

std::size_t bindings(const std::vector<TopicBinding> &topology)
{
    std::size_t count = 0;
    for (const TopicBinding &binding : topology)
        count += binding.groups.size();
    return count;
}

} // namespace services::broker
