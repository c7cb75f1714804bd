// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "breakerstate.h"
#include "counters.h"
#include "decision.h"
#include "logline.h"
#include "span.h"

#include <vector>

namespace model::telemetry {

// What one instance measured since it was last asked: a value which crosses threads.
struct InstanceTelemetry
{
    system::InstanceId instance;
    Instant from; // the period which it covers
    Instant until;
    std::chrono::nanoseconds cpu{0}; // spent by the instance's thread within the period
    QHash<system::EndpointId, Counters> served; // a consumer: capability and topic
    QHash<LinkId, Counters> called;
    QHash<LinkId, BreakerState> breakers; // as they are now, of calls which have one
    QHash<system::TopicId, std::uint64_t> published; // messages which the broker has confirmed
    QMap<QString, std::uint64_t> touched; // requests which an injected fault touched, by its word
    std::vector<Span> spans; // sampled and failed ones, in the order in which they ended
    std::uint64_t droppedSpans = 0; // did not fit
    std::vector<Decision> decisions; // of policies, in their order
    std::vector<LogLine> lines; // of its log, in their order
    std::uint64_t lostLines = 0; // did not fit
};

} // namespace model::telemetry
