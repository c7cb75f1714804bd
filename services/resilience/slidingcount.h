// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/clock.h>

#include <array>
#include <cstdint>

namespace services::resilience {

// Counts events of the last while, in ten slices; what is older than the window is forgotten slice by slice.
// Only counts: whoever holds it decides. Thread-bound.
class SlidingCount
{
public:
    explicit SlidingCount(std::chrono::nanoseconds window);
    void add(contract::Instant now);
    std::int64_t total(contract::Instant now);

private:
    static constexpr std::size_t slices = 10;
    void forget(contract::Instant now);

    std::chrono::nanoseconds m_slice;
    std::array<std::int64_t, slices> m_counts{};
    std::int64_t m_newest = 0; // number of the newest slice since the clock's epoch
    std::int64_t m_total = 0;
};

} // namespace services::resilience
