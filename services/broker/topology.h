// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "broker.h"

namespace services::broker {

// Questions about who gets what. Values, any thread.

bool names(const std::vector<TopicBinding> &topology, const CapabilityId &group);
bool reads(const std::vector<TopicBinding> &topology, const CapabilityId &group, const TopicId &topic);
// The same topology with the group among the readers of these topics.
std::vector<TopicBinding> withInterest(std::vector<TopicBinding> topology, const Interest &interest);
// How many readers the topics have, all together.
std::size_t bindings(const std::vector<TopicBinding> &topology);

} // namespace services::broker
