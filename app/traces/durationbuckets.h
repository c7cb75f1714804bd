// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tracefilter.h"

namespace app::traces {

// How many traces took how long, in steps that grow with the duration, eight for each tenfold: quick requests
// and slow ones have as much room. A value.
class DurationBuckets
{
public:
    struct Bucket
    {
        int well = 0;
        int troubled = 0; // failed, or degraded

        int all() const { return well + troubled; }
    };

    DurationBuckets() = default;
    // Of those that the filter lets through, whatever they took.
    DurationBuckets(const Glances &traces, const TraceFilter &filter);

    // From the tenfold of the shortest to that of the longest; at least two of them.
    const std::vector<Bucket> &buckets() const { return m_buckets; }
    int total() const { return m_total; }
    int highest() const; // number of traces in one bucket
    std::chrono::nanoseconds lowerBound(int bucket) const; // which belongs to it
    std::chrono::nanoseconds upperBound(int bucket) const; // which belongs to the next one
    TraceFilter::Range range(int first, int last) const; // of these buckets, in any order
    int bucketOf(std::chrono::nanoseconds duration) const; // the nearest

    static constexpr int perTenfold = 8;

private:
    int m_first = 0; // how many tenfolds of 1 ms the first bucket is
    std::vector<Bucket> m_buckets;
    int m_total = 0;
};

} // namespace app::traces
