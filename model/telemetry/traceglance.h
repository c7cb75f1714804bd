// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "span.h"

#include <QStringList>

namespace model::telemetry {

enum class TraceStatus
{
    Served, // in full
    Degraded, // late, or with a fallback's answer
    Failed
};

// What a list tells of a trace. A value.
struct TraceGlance
{
    TraceId trace{};
    system::JourneyId journey; // that the customer was on; empty: it is somebody's single request
    QString operation; // of that request: "orders POST /orders"
    Instant start;
    std::chrono::nanoseconds duration{0}; // as whoever asked has waited
    TraceStatus status = TraceStatus::Served;
    QString why; // it failed or was degraded
    int spans = 0;
    int hops = 0; // requests that crossed the network, those of the customer included
    int retries = 0;
    std::vector<system::CapabilityId> capabilities; // that took part, each once, in the order of time
    QStringList faults; // the words of the injected faults that touched it, each once
    bool isWhole = false; // all of it is kept; else only what failed

    bool operator==(const TraceGlance &) const = default;
};

// Nothing until its first span, that of the customer or of the first request, has ended.
std::optional<TraceGlance> glanceOf(const std::vector<Span> &spans);

// Whether a remark tells that the call was repeated.
bool tellsOfRetry(const Annotation &remark);

} // namespace model::telemetry
