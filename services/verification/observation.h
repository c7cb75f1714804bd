// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/experiment/journeymonitor.h>

#include <deque>
#include <map>
#include <set>

namespace services::verification {

using experiment::JourneyMonitor;
using experiment::Tally;
using load::Instant;
using model::system::JourneyId;

// What customers find while faults are in force: the attempts which began after them, judged as everywhere by
// a JourneyMonitor, over a window that whoever asks chooses, and what they were told when they failed. Lives
// for one trial; thread-bound.
class Observation
{
public:
    // `longestWindow`: that may be asked for.
    Observation(Instant begin, std::chrono::milliseconds longestWindow);

    void take(const load::LoadBatch &batch);
    Tally tally(const JourneyId &journey, Instant now, std::chrono::milliseconds window) const
    {
        return m_monitor.tally(journey, now, window);
    }
    // Of the attempts of that tally, to which nothing has come since: "12 x POST /api/orders: payments did
    // not answer", or "12 x still waits"; empty: none has failed. Fallbacks, where nothing has failed.
    QString commonestTrouble(const JourneyId &journey, const Tally &tally) const;

private:
    struct Ended
    {
        Instant at;
        load::Outcome outcome;
        QString message;
    };
    struct Attempts
    {
        std::deque<Ended> ended; // by time
        std::set<quint64> late; // under way
    };
    void add(const load::JourneyResult &result);

    Instant m_begin;
    std::chrono::milliseconds m_kept;
    JourneyMonitor m_monitor;
    std::map<JourneyId, Attempts> m_attempts;
};

} // namespace services::verification
