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
    options.kept = std::max(longestWindow, options.longestWindow);
    return options;
}

} // namespace

Observation::Observation(Instant begin, std::chrono::milliseconds longestWindow)
    : m_begin(begin)
    , m_kept(optionsFor(longestWindow).kept)
    , m_monitor(optionsFor(longestWindow))
{
}

void Observation::take(const load::LoadBatch &batch)
{
    for (const auto &result : batch.results) {
        if (result.intendedStart < m_begin)
            continue;
        m_monitor.add(result);
        add(result);
    }
}

// In the monitor's order, so that the newest are the same.
void Observation::add(const load::JourneyResult &result)
{
    auto &[ended, late] = m_attempts[result.journey];
    if (result.pending) {
        late.insert(result.attempt);
        return;
    }
    late.erase(result.attempt);
    const auto place = std::ranges::upper_bound(ended, result.end(), {}, &Ended::at);
    ended.insert(place, {result.end(), result.outcome, result.message});
    while (ended.front().at < ended.back().at - m_kept)
        ended.pop_front();
}

QString Observation::commonestTrouble(const JourneyId &journey, const Tally &tally) const
{
    const auto found = m_attempts.find(journey);
    if (found == m_attempts.end())
        return {};
    const auto &[ended, late] = found->second;
    const int waiting = std::min(tally.attempts, static_cast<int>(late.size()));
    std::map<QString, int> failures;
    std::map<QString, int> fallbacks;
    int failed = 0;
    int left = tally.attempts - waiting;
    for (auto each = ended.rbegin(); each != ended.rend() && left > 0; ++each, --left) {
        if (each->outcome == load::Outcome::Failed) {
            ++failures[each->message];
            ++failed;
        } else if (each->outcome == load::Outcome::Degraded) {
            ++fallbacks[each->message];
        }
    }
    if (waiting > 0)
        (tally.failed() > failed ? failures : fallbacks)[u"still waits"_s] += waiting;
    const auto &all = failures.empty() ? fallbacks : failures;
    const auto most = std::ranges::max_element(all, {}, [](const auto &each) { return each.second; });
    return most == all.end() ? QString() : u"%1 x %2"_s.arg(most->second).arg(most->first);
}

} // namespace services::verification
