// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "counters.h"
#include "span.h"

#include <QHash>

#include <vector>

namespace model::telemetry {

// A link of the running system: which capability called which endpoint.
struct LinkId
{
    system::CapabilityId from;
    system::EndpointId to;

    bool operator==(const LinkId &) const = default;
    auto operator<=>(const LinkId &) const = default;
    friend size_t qHash(const LinkId &id, size_t seed = 0) { return qHashMulti(seed, id.from, id.to); }
};

// What one instance measured since it was last asked: a value which crosses threads.
struct InstanceTelemetry
{
    system::InstanceId instance;
    Instant from; // the period which it covers
    Instant until;
    std::chrono::nanoseconds cpu{0}; // spent by the instance's thread within the period
    QHash<system::EndpointId, Counters> served; // a consumer: capability and topic
    QHash<LinkId, Counters> called;
    QHash<system::TopicId, std::uint64_t> published; // messages which the broker has confirmed
    QMap<QString, std::uint64_t> touched; // requests which an injected fault touched, by its word
    std::vector<Span> spans; // sampled and failed ones, in the order in which they ended
    std::uint64_t droppedSpans = 0; // did not fit
};

} // namespace model::telemetry
