// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "histogram.h"

#include <model/result/error.h>

#include <QMap>

#include <optional>

namespace model::telemetry {

// How one request or call ended.
struct Outcome
{
    std::chrono::nanoseconds duration{0};
    std::optional<result::Kind> failure;
    bool degraded = false; // a fallback stood in for something
};

// What happened to the requests of one endpoint, or of one link, within a period. Periods and instances add
// up.
struct Counters
{
    std::uint64_t requests = 0; // failures and degraded ones included
    std::uint64_t degraded = 0;
    // Of links only: what policies did with those requests.
    std::uint64_t retries = 0; // repeats
    std::uint64_t stoppedByBreaker = 0; // attempts which an open breaker refused
    std::uint64_t stoppedByBulkhead = 0; // attempts for which there was no room
    std::uint64_t fallbacks = 0; // failures for which something stood in
    QMap<result::Kind, std::uint64_t> failures;
    Histogram latency; // of all requests, failed ones included

    void add(const Outcome &outcome);
    void merge(const Counters &other);
    std::uint64_t failed() const;

    bool operator==(const Counters &) const = default;
};

} // namespace model::telemetry
