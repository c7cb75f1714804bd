// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backoff.h"

#include <algorithm>

namespace services::resilience {

using std::chrono::nanoseconds;

Backoff::Backoff(std::uint64_t seed)
    : m_random(seed)
{
}

nanoseconds Backoff::before(int repeat, const model::operation::RetryPolicy &policy)
{
    nanoseconds wait = std::min(policy.backoff, policy.longestBackoff);
    for (int i = 1; i < repeat && wait < policy.longestBackoff; ++i)
        wait = std::min<nanoseconds>(wait * 2, policy.longestBackoff);
    if (!policy.fullJitter || wait <= nanoseconds::zero())
        return std::max(wait, nanoseconds::zero());
    return nanoseconds(std::uniform_int_distribution<nanoseconds::rep>(0, wait.count())(m_random));
}

} // namespace services::resilience
