// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <chrono>
#include <cstdint>
#include <map>

namespace services::broker {

// How the queue of one consuming capability is doing.
struct QueueStatus
{
    model::system::CapabilityId group;
    std::int64_t depth = 0; // not acknowledged yet, those in flight included
    std::int64_t inFlight = 0; // in the hands of consumers
    std::chrono::milliseconds oldestAge{0}; // since the oldest of them was published; 0 when there is none
    int consumers = 0;
    std::int64_t redelivered = 0; // since the broker was opened
    std::int64_t deadLetters = 0; // refused so often that they are set aside: kept, not in `depth`
    std::map<model::system::TopicId, std::int64_t> topics; // the depth, by topic; those without are left out

    bool operator==(const QueueStatus &) const = default;
};

} // namespace services::broker
