// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "slidingcount.h"

namespace services::resilience {

// Whether one more retry is allowed: within a window, retries may be at most a share of the calls plus a
// small allowance, so that retries cannot multiply the load of something that is already in trouble. After
// Finagle's RetryBudget (20 % plus 10/s over 10 s,
// https://twitter.github.io/finagle/guide/Clients.html#retries) and Envoy's retry budgets
// (https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/circuit_breaker.proto). One per
// callee and instance. Thread-bound.
class RetryBudget
{
public:
    struct Options
    {
        double share = 0.2; // retries per call
        double perSecond = 10.0; // allowed besides, so that rare calls may be retried too
        std::chrono::nanoseconds window = std::chrono::seconds(10);
    };
    RetryBudget();
    explicit RetryBudget(Options options);

    void countCall(contract::Instant now) { m_calls.add(now); }
    // Spends one retry; false when none is left.
    bool trySpend(contract::Instant now);

private:
    Options m_options;
    SlidingCount m_calls;
    SlidingCount m_retries;
};

} // namespace services::resilience
