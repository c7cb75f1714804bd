// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <map>
#include <vector>

namespace services::broker {

// A message that was set aside because nobody could handle it. It stays in the broker's store.
struct DeadLetter
{
    model::system::TopicId topic;
    QByteArray key;
    QString why; // what its consumer said the last time
    std::chrono::system_clock::time_point publishedAt;

    static constexpr std::size_t mostLatest = 5; // so many are told of
    bool operator==(const DeadLetter &) const = default;
};

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
    // The depth, by topic; those without are left out. Of what lies on a server since before this program
    // came only the number is known, until it arrives: that is in the depth alone.
    std::map<model::system::TopicId, std::int64_t> topics;
    std::vector<DeadLetter> latestDead{}; // some of the dead letters, the newest first
    bool isCurrent = true; // false: the broker is down, and this is how it was the last time

    bool operator==(const QueueStatus &) const = default;
};

} // namespace services::broker
