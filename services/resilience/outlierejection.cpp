// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outlierejection.h"

#include <algorithm>

namespace services::resilience {

using contract::Instant;

namespace {

constexpr std::chrono::nanoseconds longest = std::chrono::seconds(300); // Envoy's "max ejection time"

} // namespace

void OutlierEjection::change(const std::optional<model::operation::EjectionPolicy> &policy)
{
    if (!policy)
        m_records.clear();
    m_policy = policy;
}

std::optional<OutlierEjection::Ejected>
OutlierEjection::record(const InstanceId &instance, Verdict verdict, std::size_t instances, Instant now)
{
    if (!m_policy || verdict == Verdict::Unknown)
        return std::nullopt;
    if (verdict == Verdict::Well) {
        if (const auto known = m_records.find(instance); known != m_records.end())
            known->second.failuresInARow = 0;
        return std::nullopt;
    }
    Record &record = m_records[instance];
    const int failures = ++record.failuresInARow;
    if (record.isOut || failures < m_policy->consecutiveFailures || !mayEject(instances, now))
        return std::nullopt;
    record.failuresInARow = 0;
    return Ejected{failures, eject(record, now)};
}

// At least one of several may go, whatever the share; but somebody must be left.
bool OutlierEjection::mayEject(std::size_t instances, Instant now) const
{
    const auto out = static_cast<std::size_t>(
        std::ranges::count_if(m_records, [&](const auto &record) { return isOut(record.first, now); }));
    const auto share = static_cast<std::size_t>(m_policy->mostEjected * static_cast<double>(instances));
    const auto most = std::max<std::size_t>(share, 1);
    return out < most && out + 1 < instances;
}

std::chrono::nanoseconds OutlierEjection::eject(Record &record, Instant now) const
{
    const std::chrono::nanoseconds once = std::max<std::chrono::nanoseconds>(
        m_policy->ejectFor, std::chrono::nanoseconds(std::chrono::milliseconds(1)));
    if (record.ejections > 0) {
        const auto goodTimes = (now - record.until) / once;
        record.ejections
            = static_cast<int>(std::max<std::chrono::nanoseconds::rep>(record.ejections - goodTimes, 0));
    }
    ++record.ejections;
    const auto duration = std::min(once * record.ejections, std::max(longest, once));
    record.isOut = true;
    record.until = now + duration;
    return duration;
}

bool OutlierEjection::isOut(const InstanceId &instance, Instant now) const
{
    const auto known = m_records.find(instance);
    return known != m_records.end() && known->second.isOut && now < known->second.until;
}

std::vector<OutlierEjection::InstanceId> OutlierEjection::takeReturned(Instant now)
{
    std::vector<InstanceId> returned;
    for (auto &[instance, record] : m_records) {
        if (record.isOut && now >= record.until) {
            record.isOut = false;
            record.failuresInARow = 0;
            returned.push_back(instance);
        }
    }
    return returned;
}

} // namespace services::resilience
