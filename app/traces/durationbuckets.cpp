// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "durationbuckets.h"

#include <algorithm>
#include <cmath>

namespace app::traces {

using model::telemetry::TraceStatus;
using std::chrono::nanoseconds;

namespace {

constexpr double shortestMs = 0.1; // what is shorter counts as this long
constexpr double longestMs = 1e6;

double tenfolds(nanoseconds duration)
{
    const double ms = std::chrono::duration<double, std::milli>(duration).count();
    return std::log10(std::clamp(ms, shortestMs, longestMs));
}

} // namespace

DurationBuckets::DurationBuckets(const Glances &traces, const TraceFilter &filter)
{
    std::vector<const model::telemetry::TraceGlance *> counted;
    double least = HUGE_VAL;
    double most = -HUGE_VAL;
    for (const auto &trace : traces) {
        if (!filter.letsAnyDuration(*trace))
            continue;
        counted.push_back(&trace->glance);
        least = std::min(least, tenfolds(trace->glance.duration));
        most = std::max(most, tenfolds(trace->glance.duration));
    }
    if (counted.empty())
        return;
    m_first = static_cast<int>(std::floor(least));
    const int last = std::max(m_first + 2, static_cast<int>(std::floor(most)) + 1);
    m_buckets.resize(static_cast<size_t>((last - m_first) * perTenfold));
    for (const auto *glance : counted) {
        auto &bucket = m_buckets[static_cast<size_t>(bucketOf(glance->duration))];
        (glance->status == TraceStatus::Served ? bucket.well : bucket.troubled) += 1;
    }
    m_total = static_cast<int>(counted.size());
}

int DurationBuckets::highest() const
{
    int highest = 0;
    for (const auto &bucket : m_buckets)
        highest = std::max(highest, bucket.all());
    return highest;
}

nanoseconds DurationBuckets::lowerBound(int bucket) const
{
    const double ms = std::pow(10.0, m_first + static_cast<double>(bucket) / perTenfold);
    return nanoseconds(std::llround(ms * 1e6));
}

nanoseconds DurationBuckets::upperBound(int bucket) const
{
    return lowerBound(bucket + 1);
}

TraceFilter::Range DurationBuckets::range(int first, int last) const
{
    const auto [low, high] = std::minmax(first, last);
    const int end = static_cast<int>(m_buckets.size()) - 1;
    return {low <= 0 ? nanoseconds(0) : lowerBound(low),
            high >= end ? nanoseconds::max() : upperBound(high) - nanoseconds(1)};
}

int DurationBuckets::bucketOf(nanoseconds duration) const
{
    const int bucket = static_cast<int>(std::floor((tenfolds(duration) - m_first) * perTenfold + 1e-9));
    return std::clamp(bucket, 0, std::max(0, static_cast<int>(m_buckets.size()) - 1));
}

} // namespace app::traces
