// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "snapshot.h"

#include <model/telemetry/histogram.h>

#include <deque>

namespace services::platform {

// Adds up what happened within the last second. A plain object.
class TrafficWindow
{
public:
    // `requests` of which `failed`; the latency is of those that are to count.
    void add(Instant at, quint64 requests, quint64 failed, const model::telemetry::Histogram &latency);
    Rates rates(Instant now);

private:
    struct Period
    {
        Instant at;
        quint64 requests = 0;
        quint64 failed = 0;
        model::telemetry::Histogram latency;
    };
    std::deque<Period> m_periods;
    Period m_sum;
};

} // namespace services::platform
