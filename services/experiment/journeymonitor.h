// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tally.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace services::experiment {

using load::Instant;

// What customers can do right now: the state of each journey over a sliding window of attempts. The window
// holds what ended within the last two seconds; a journey that is tried rarely keeps its last five attempts
// for up to ten seconds, so that a lone one does not decide. Older than that: unknown.
// An attempt which is late and still under way counts all the time: as degraded, as long as most of the late
// ones in the window arrived after all; as failed, when most of them were lost. It has not succeeded yet, and
// those before it tell what becomes of such. A plain object without a thread of its own.
class JourneyMonitor
{
public:
    struct Options
    {
        std::chrono::milliseconds window = model::operation::stateWindow;
        std::chrono::milliseconds longestWindow{10000};
        int fewest = 5; // attempts, for which the window grows up to the longest; so it does for late ones
        std::chrono::milliseconds kept{10000}; // for other windows; at least the longest
    };

    JourneyMonitor() = default;
    explicit JourneyMonitor(Options options)
        : m_options(options)
    {
    }

    void add(const load::JourneyResult &result);
    Tally tally(const model::system::JourneyId &journey, Instant now) const
    {
        return tally(journey, now, m_options.window);
    }
    // Over another window, up to what is kept.
    Tally tally(const model::system::JourneyId &journey, Instant now, std::chrono::milliseconds window) const;
    // Of the attempts of that tally, to which nothing has come since: "12 x POST /api/orders: payments did
    // not answer", or "12 x still waits"; empty: none has failed. Fallbacks, where nothing has failed.
    QString commonestTrouble(const model::system::JourneyId &journey, const Tally &tally) const;

private:
    struct Ended
    {
        Instant at;
        load::Outcome outcome;
        bool late;
        QString message{}; // why it failed or which fallback stood in
    };
    struct Watched
    {
        std::deque<Ended> ended; // by time
        QSet<quint64> late; // attempts under way
    };
    void forgetOld(Watched &watched, Instant now) const;
    // Whether it is among those that are looked at, when so many newer ones are.
    bool counts(const Ended &ended, Instant now, std::chrono::milliseconds window, int newer) const;
    load::Outcome fateOfLate(const Watched &watched, Instant now, std::chrono::milliseconds window) const;

    Options m_options;
    QHash<model::system::JourneyId, Watched> m_journeys;
};

} // namespace services::experiment
