// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/experiment/journeymonitor.h>

namespace services::verification {

using experiment::JourneyMonitor;
using experiment::Tally;
using load::Instant;
using model::system::JourneyId;

// What customers find while faults are in force: the attempts which began after them, judged as everywhere by
// a JourneyMonitor, over a window that whoever asks chooses. Lives for one trial; thread-bound.
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
    // See there.
    QString commonestTrouble(const JourneyId &journey, const Tally &tally) const
    {
        return m_monitor.commonestTrouble(journey, tally);
    }

private:
    Instant m_begin;
    JourneyMonitor m_monitor;
};

} // namespace services::verification
