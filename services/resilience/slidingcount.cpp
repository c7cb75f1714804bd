// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "slidingcount.h"

#include <algorithm>
#include <utility>

namespace services::resilience {

SlidingCount::SlidingCount(std::chrono::nanoseconds window)
    : m_slice(std::max(window / static_cast<std::int64_t>(slices), std::chrono::nanoseconds(1)))
{
}

void SlidingCount::add(contract::Instant now)
{
    forget(now);
    ++m_counts[static_cast<std::size_t>(m_newest) % slices];
    ++m_total;
}

std::int64_t SlidingCount::total(contract::Instant now)
{
    forget(now);
    return m_total;
}

void SlidingCount::forget(contract::Instant now)
{
    const std::int64_t slice = now.time_since_epoch() / m_slice;
    const std::int64_t passed = std::min<std::int64_t>(slice - m_newest, slices);
    for (std::int64_t i = 0; i < passed; ++i) {
        auto &oldest = m_counts[static_cast<std::size_t>(slice - i) % slices];
        m_total -= std::exchange(oldest, 0);
    }
    m_newest = std::max(m_newest, slice);
}

} // namespace services::resilience
