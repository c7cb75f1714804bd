// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "observation.h"

#include <algorithm>

namespace services::verification {

using namespace Qt::StringLiterals;

namespace {

JourneyMonitor::Options optionsFor(std::chrono::milliseconds longestWindow)
{
    JourneyMonitor::Options options;
    options.kept = longestWindow;
    return options;
}

} // namespace

Observation::Observation(Instant begin, std::chrono::milliseconds longestWindow)
    : m_begin(begin)
    , m_monitor(optionsFor(longestWindow))
{
}

void Observation::take(const load::LoadBatch &batch)
{
    for (const auto &result : batch.results) {
        if (result.intendedStart < m_begin)
            continue;
        m_monitor.add(result);
        auto &troubles = m_troubles[result.journey];
        if (result.outcome == load::Outcome::Failed)
            ++troubles.failures[result.message];
        else if (result.outcome == load::Outcome::Degraded)
            ++troubles.fallbacks[result.message];
    }
}

QString Observation::commonestTrouble(const JourneyId &journey) const
{
    const auto found = m_troubles.find(journey);
    if (found == m_troubles.end())
        return {};
    const auto &[failures, fallbacks] = found->second;
    const auto &all = failures.empty() ? fallbacks : failures;
    const auto most = std::ranges::max_element(all, {}, [](const auto &each) { return each.second; });
    return most == all.end() ? QString() : u"%1 x %2"_s.arg(most->second).arg(most->first);
}

} // namespace services::verification
