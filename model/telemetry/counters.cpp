// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counters.h"

#include <numeric>

namespace model::telemetry {

void Counters::add(const Outcome &outcome)
{
    ++requests;
    degraded += outcome.degraded ? 1 : 0;
    if (outcome.failure)
        ++failures[*outcome.failure];
    latency.record(outcome.duration);
}

void Counters::merge(const Counters &other)
{
    requests += other.requests;
    degraded += other.degraded;
    retries += other.retries;
    stoppedByBreaker += other.stoppedByBreaker;
    stoppedByBulkhead += other.stoppedByBulkhead;
    fallbacks += other.fallbacks;
    for (auto it = other.failures.begin(); it != other.failures.end(); ++it)
        failures[it.key()] += it.value();
    latency.merge(other.latency);
}

std::uint64_t Counters::failed() const
{
    return std::accumulate(failures.begin(), failures.end(), std::uint64_t{0});
}

} // namespace model::telemetry
