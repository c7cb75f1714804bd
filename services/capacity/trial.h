// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processoruse.h"

#include <model/analysis/capacity.h>
#include <model/telemetry/histogram.h>
#include <services/load/journeyresult.h>

#include <map>
#include <unordered_map>

namespace services::capacity {

using load::Instant;
using model::analysis::Seconds;

// One load on one fleet for a while: counts the shoppers who arrive within a window, however late they are
// served, and what the units serve meanwhile. A plain object: whoever collects the results hands them in.
class Trial
{
public:
    Trial(Instant begin, Instant end);

    void take(const load::JourneyResult &result);
    // What was served in the time until then, since the last such moment.
    void takeServed(const model::system::EndpointId &what, quint64 succeeded, Instant until);
    void takeProcessors(ProcessorUse use) { m_processors = use; }
    // The window right after this one becomes part of it.
    void append(const Trial &next);

    Instant end() const { return m_end; }
    double seconds() const { return Seconds(m_end - m_begin).count(); }
    int attempts() const; // that arrived within the window and have ended
    int failed() const;
    double arrivedPerSecond() const { return attempts() / seconds(); }
    // Of the attempts that succeeded, at journeys which do not wait for a message.
    Seconds mean(const model::system::System &system) const;
    Seconds p95(const model::system::System &system) const;
    // The system with the journeys' weights as they really came.
    model::system::System asItCame(model::system::System system) const;
    // What a journey takes in the mean, of those that succeeded.
    QHash<model::system::JourneyId, Seconds> means() const;
    // Declared work that a unit has done in a second, in seconds: as many workers were busy.
    double workOf(const model::packaging::Unit &unit, const model::system::System &system) const;
    ProcessorUse processors() const { return m_processors; }

private:
    struct Attempts
    {
        int ended = 0;
        int failed = 0;
        model::telemetry::Histogram latency; // of those that succeeded
    };
    model::telemetry::Histogram timed(const model::system::System &system) const;

    Instant m_begin;
    Instant m_end;
    std::map<model::system::JourneyId, Attempts> m_journeys;
    std::unordered_map<model::system::EndpointId, quint64> m_served;
    ProcessorUse m_processors;
};

} // namespace services::capacity
