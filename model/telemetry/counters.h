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
    std::uint64_t retries = 0; // repeats within those requests; of links only
    QMap<result::Kind, std::uint64_t> failures;
    Histogram latency; // of all requests, failed ones included

    void add(const Outcome &outcome);
    void merge(const Counters &other);
    std::uint64_t failed() const;

    bool operator==(const Counters &) const = default;
};

} // namespace model::telemetry
