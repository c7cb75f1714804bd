// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "histogram.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <cmath>

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
static_assert(bucketCount <= 2176, "the header promises 17 KiB");

} // namespace

void Histogram::record(std::chrono::nanoseconds duration, std::uint64_t times)
{
    if (times == 0)
        return;
    duration = std::clamp(duration, std::chrono::nanoseconds(0), longest);
    if (m_counts.empty())
        m_counts.resize(bucketCount);
    m_counts[bucketOf(static_cast<std::uint64_t>(duration.count()))] += times;
    m_count += times;
    m_sum += duration * static_cast<std::int64_t>(times);
}

void Histogram::merge(const Histogram &other)
{
    if (other.isEmpty())
        return;
    if (m_counts.empty())
        m_counts.resize(bucketCount);
    for (std::size_t i = 0; i < bucketCount; ++i)
        m_counts[i] += other.m_counts[i];
    m_count += other.m_count;
    m_sum += other.m_sum;
}

void Histogram::subtract(const Histogram &earlier)
{
    if (earlier.isEmpty())
        return;
    Q_ASSERT(earlier.m_count <= m_count);
    for (std::size_t i = 0; i < bucketCount; ++i) {
        Q_ASSERT(earlier.m_counts[i] <= m_counts[i]);
        m_counts[i] -= earlier.m_counts[i];
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
    std::size_t bucket = 0;
    while ((seen += m_counts[bucket]) < rank)
        ++bucket;
    return std::min(std::chrono::nanoseconds(middleOf(bucket)), longest);
}

bool Histogram::operator==(const Histogram &other) const
{
    return m_count == other.m_count && m_sum == other.m_sum && (m_count == 0 || m_counts == other.m_counts);
}

} // namespace model::telemetry
