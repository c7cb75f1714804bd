// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace model::telemetry {

// How long things took: counts of durations in buckets that grow with the duration, after HdrHistogram by
// Gil Tene (https://hdrhistogram.org). Bounded memory (17 KiB, and what lies between the shortest and the
// longest); what it answers is within 0.8
// % of what was recorded, from 1 microsecond to 1 hour. Shorter ones are exact to 4 ns, longer ones count as
// 1 hour. A plain value: histograms of instances or periods add up exactly.
class Histogram
{
public:
    static constexpr std::chrono::nanoseconds longest = std::chrono::hours(1);

    void record(std::chrono::nanoseconds duration, std::uint64_t times = 1);
    void merge(const Histogram &other);
    // Takes out an earlier copy of this histogram: what is left was recorded since.
    void subtract(const Histogram &earlier);

    bool isEmpty() const { return m_count == 0; }
    std::uint64_t count() const { return m_count; }
    // Exact, up to the limit above. Zero when empty.
    std::chrono::nanoseconds mean() const;
    // The duration which `share` (0 to 1) of the records do not exceed; nearest rank. Zero when empty.
    std::chrono::nanoseconds quantile(double share) const;
    std::chrono::nanoseconds minimum() const { return quantile(0.0); }
    std::chrono::nanoseconds maximum() const { return quantile(1.0); }

    bool operator==(const Histogram &other) const;

private:
    void cover(std::size_t from, std::size_t to);
    std::uint64_t countOf(std::size_t bucket) const;

    std::vector<std::uint64_t> m_counts; // of the buckets that may not be empty
    std::size_t m_first = 0; // of these buckets
    std::uint64_t m_count = 0;
    std::chrono::nanoseconds m_sum{0};
};

} // namespace model::telemetry
