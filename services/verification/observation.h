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
// a JourneyMonitor, and what they were told when they failed. Lives for one trial; thread-bound.
class Observation
{
public:
    // `window`: of the attempts that count in the end.
    Observation(Instant begin, std::chrono::milliseconds window);

    void take(const load::LoadBatch &batch);
    Tally tally(const JourneyId &journey, Instant now) const { return m_monitor.tally(journey, now); }
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
