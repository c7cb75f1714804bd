// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeymonitor.h"

#include <algorithm>
#include <map>

namespace services::experiment {

using namespace Qt::StringLiterals;

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
    watched.ended.insert(place, {result.end(), result.outcome, result.late, result.message});
    forgetOld(watched, watched.ended.back().at);
}

void JourneyMonitor::forgetOld(Watched &watched, Instant now) const
{
    while (!watched.ended.empty()
           && watched.ended.front().at < now - std::max(m_options.kept, m_options.longestWindow))
        watched.ended.pop_front();
}

bool JourneyMonitor::counts(const Ended &ended,
                            Instant now,
                            std::chrono::milliseconds window,
                            int newer) const
{
    return ended.at >= now - window
        || (newer < m_options.fewest && ended.at >= now - m_options.longestWindow);
}

// Those who come through do so in bursts, so that the newest few say nothing of the others.
load::Outcome
JourneyMonitor::fateOfLate(const Watched &watched, Instant now, std::chrono::milliseconds window) const
{
    Tally ended;
    for (auto last = watched.ended.rbegin(); last != watched.ended.rend(); ++last) {
        if (!counts(*last, now, window, ended.attempts))
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
    const auto fate = fateOfLate(*watched, now, window);
    for (qsizetype late = 0; late < watched->late.size(); ++late)
        tally.add(fate, true);
    for (auto ended = watched->ended.rbegin(); ended != watched->ended.rend(); ++ended) {
        if (!counts(*ended, now, window, tally.attempts))
            break;
        tally.add(ended->outcome, ended->late);
    }
    return tally;
}

QString JourneyMonitor::commonestTrouble(const model::system::JourneyId &journey, const Tally &tally) const
{
    const auto watched = m_journeys.constFind(journey);
    if (watched == m_journeys.constEnd())
        return {};
    const auto &ended = watched->ended;
    const int waiting = std::min(tally.attempts, static_cast<int>(watched->late.size()));
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

} // namespace services::experiment
