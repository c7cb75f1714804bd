// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "histogram.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace model::telemetry {

// Durations are counted in units of 8 ns. The first 128 units have a bucket each; from there on each doubling
// is cut into 64 buckets, so none is wider than 1/64 of its lower edge, and its middle is within 1/128 of all
// it holds.
namespace {

constexpr std::uint64_t unit = 8;
constexpr int linearBits = 7;
constexpr std::uint64_t linearBuckets = 1U << linearBits;
constexpr std::uint64_t halfBuckets = linearBuckets / 2;

constexpr std::size_t bucketOf(std::uint64_t nanoseconds)
{
    const std::uint64_t units = nanoseconds / unit;
    if (units < linearBuckets)
        return units;
    const auto doubling = static_cast<std::uint64_t>(std::bit_width(units) - linearBits);
    return doubling * halfBuckets + (units >> doubling);
}

constexpr std::uint64_t middleOf(std::size_t bucket)
{
    if (bucket < linearBuckets)
        return bucket * unit + unit / 2;
    const std::uint64_t doubling = bucket / halfBuckets - 1;
    const std::uint64_t lower = (halfBuckets + bucket % halfBuckets) << doubling;
    return lower * unit + (unit << doubling) / 2;
}

constexpr std::size_t bucketCount = bucketOf(Histogram::longest.count()) + 1;
constexpr std::size_t step = 64; // of buckets that are added at once
static_assert(bucketCount <= 2176, "the header promises 17 KiB");

} // namespace

void Histogram::record(std::chrono::nanoseconds duration, std::uint64_t times)
{
    if (times == 0)
        return;
    duration = std::clamp(duration, std::chrono::nanoseconds(0), longest);
    const auto bucket = bucketOf(static_cast<std::uint64_t>(duration.count()));
    cover(bucket, bucket + 1);
    m_counts[bucket - m_first] += times;
    m_count += times;
    m_sum += duration * static_cast<std::int64_t>(times);
}

void Histogram::merge(const Histogram &other)
{
    if (other.isEmpty())
        return;
    cover(other.m_first, other.m_first + other.m_counts.size());
    const auto shift = other.m_first - m_first;
    for (std::size_t i = 0; i < other.m_counts.size(); ++i)
        m_counts[i + shift] += other.m_counts[i];
    m_count += other.m_count;
    m_sum += other.m_sum;
}

void Histogram::subtract(const Histogram &earlier)
{
    if (earlier.isEmpty())
        return;
    Q_ASSERT(earlier.m_count <= m_count);
    cover(earlier.m_first, earlier.m_first + earlier.m_counts.size());
    const auto shift = earlier.m_first - m_first;
    for (std::size_t i = 0; i < earlier.m_counts.size(); ++i) {
        Q_ASSERT(earlier.m_counts[i] <= m_counts[i + shift]);
        m_counts[i + shift] -= earlier.m_counts[i];
    }
    m_count -= earlier.m_count;
    m_sum -= earlier.m_sum;
}

std::chrono::nanoseconds Histogram::mean() const
{
    return isEmpty() ? std::chrono::nanoseconds(0) : m_sum / static_cast<std::int64_t>(m_count);
}

std::chrono::nanoseconds Histogram::quantile(double share) const
{
    if (isEmpty())
        return std::chrono::nanoseconds(0);
    const double wanted = std::ceil(std::clamp(share, 0.0, 1.0) * static_cast<double>(m_count));
    const auto rank = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(wanted), 1, m_count);
    std::uint64_t seen = 0;
    std::size_t bucket = m_first;
    while ((seen += m_counts[bucket - m_first]) < rank)
        ++bucket;
    return std::min(std::chrono::nanoseconds(middleOf(bucket)), longest);
}

bool Histogram::operator==(const Histogram &other) const
{
    if (m_count != other.m_count || m_sum != other.m_sum)
        return false;
    for (std::size_t i = 0; i < m_counts.size(); ++i) { // as many of each are as many in all
        if (m_counts[i] != other.countOf(m_first + i))
            return false;
    }
    return true;
}

// Grows by whole steps, so that it does so rarely.
void Histogram::cover(std::size_t from, std::size_t to)
{
    from = from / step * step;
    to = std::min((to + step - 1) / step * step, bucketCount);
    if (m_counts.empty())
        m_first = from;
    if (from < m_first) {
        const auto before = std::exchange(m_first, from);
        m_counts.insert(m_counts.begin(), before - from, 0);
    }
    if (to > m_first + m_counts.size())
        m_counts.resize(to - m_first);
}

std::uint64_t Histogram::countOf(std::size_t bucket) const
{
    return bucket < m_first || bucket >= m_first + m_counts.size() ? 0 : m_counts[bucket - m_first];
}

} // namespace model::telemetry
