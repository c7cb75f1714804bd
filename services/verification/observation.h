// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/experiment/journeymonitor.h>

#include <map>

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
    // "12 x POST /api/orders: payments did not answer"; empty: none has failed. Fallbacks, where nothing has
    // failed.
    QString commonestTrouble(const JourneyId &journey) const;

private:
    Instant m_begin;
    JourneyMonitor m_monitor;
    struct Troubles
    {
        std::map<QString, int> failures;
        std::map<QString, int> fallbacks;
    };
    std::map<JourneyId, Troubles> m_troubles;
};

} // namespace services::verification
