// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeymonitor.h"

#include <algorithm>

namespace services::experiment {

void JourneyMonitor::add(const load::JourneyResult &result)
{
    auto &watched = m_journeys[result.journey];
    if (result.pending) {
        watched.late.insert(result.attempt);
        return;
    }
    watched.late.remove(result.attempt);
    // Batches keep the order in which attempts ended, but for those that were dropped unstarted.
    const auto place = std::ranges::upper_bound(watched.ended, result.end(), {}, &Ended::at);
    watched.ended.insert(place, {result.end(), result.outcome, result.late});
    forgetOld(watched, watched.ended.back().at);
}

void JourneyMonitor::forgetOld(Watched &watched, Instant now) const
{
    while (!watched.ended.empty()
           && watched.ended.front().at < now - std::max(m_options.kept, m_options.longestWindow))
        watched.ended.pop_front();
}

load::Outcome JourneyMonitor::fateOfLate(const Watched &watched, Instant now) const
{
    Tally ended;
    for (auto last = watched.ended.rbegin(); last != watched.ended.rend(); ++last) {
        if (last->at < now - m_options.longestWindow || ended.attempts == m_options.fewest)
            break;
        if (last->late)
            ended.add(last->outcome, true);
    }
    return ended.failed() > ended.succeeded ? load::Outcome::Failed : load::Outcome::Degraded;
}

Tally JourneyMonitor::tally(const model::system::JourneyId &journey,
                            Instant now,
                            std::chrono::milliseconds window) const
{
    Tally tally;
    const auto watched = m_journeys.constFind(journey);
    if (watched == m_journeys.constEnd())
        return tally;
    const auto fate = fateOfLate(*watched, now);
    for (qsizetype late = 0; late < watched->late.size(); ++late)
        tally.add(fate, true);
    for (auto ended = watched->ended.rbegin(); ended != watched->ended.rend(); ++ended) {
        const bool isRecent = ended->at >= now - window;
        const bool isNeeded = tally.attempts < m_options.fewest && ended->at >= now - m_options.longestWindow;
        if (!isRecent && !isNeeded)
            break;
        tally.add(ended->outcome, ended->late);
    }
    return tally;
}

} // namespace services::experiment
