// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/policies.h>

#include <chrono>
#include <random>

namespace services::resilience {

// How long to wait before a call is repeated: doubles from repeat to repeat up to a limit, and with full
// jitter it is anything between nothing and that, so that those who failed together do not come back
// together. After M. Brooker, "Exponential Backoff And Jitter"
// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), as Polly does it
// (https://www.pollydocs.org/strategies/retry). The same seed gives the same waits. Thread-bound.
class Backoff
{
public:
    explicit Backoff(std::uint64_t seed);
    // Before the repeat of that number, counted from 1.
    std::chrono::nanoseconds before(int repeat, const model::operation::RetryPolicy &policy);

private:
    std::mt19937_64 m_random;
};

} // namespace services::resilience
