// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runrecord.h"
#include "tally.h"

#include <model/telemetry/histogram.h>

#include <array>

namespace services::experiment {

// What the attempts of one phase show.
struct PhaseFigures
{
    Tally tally;
    model::telemetry::Histogram latency; // of the attempts that succeeded, from their intended start
};

// What was measured of one journey in one fleet during a run. A value, computed from a record.
struct JourneyFigures
{
    model::system::JourneyId journey;
    Tally tally; // of all phases together
    model::telemetry::Histogram latency;
    std::array<PhaseFigures, 3> phases; // by Phase; of all faults together
    // Of each fault by itself; During of the worst one is what `states` of the result says.
    std::vector<std::array<Tally, 3>> faults;
    bool wasLost = false; // an attempt failed during a fault
    // From the order to restart (from the fault, when there was none) to the end of the first of three
    // attempts in a row that succeed. Of several faults the longest. Nothing when no attempt was lost, or for
    // a journey that did not recover.
    std::optional<std::chrono::milliseconds> recovery;
    // An attempt during a fault.
    struct Tried
    {
        std::size_t fault = 0; // an index
        std::chrono::nanoseconds since{0}; // the fault; negative for one that it caught under way
        std::chrono::nanoseconds took{0};
        bool succeeded = false;
        Instant began;
        load::Outcome outcome = load::Outcome::Ok;
        bool late = false;
    };
    std::vector<Tried> tried; // by start
    QString commonestFailure; // why attempts failed, most often; empty: none failed

    const PhaseFigures &phase(Phase which) const { return phases[static_cast<std::size_t>(which)]; }
    // The worst one over all faults.
    JourneyState state(Phase which) const;
    // The first fault (an index) in whose phase nobody tried. Before is the time before the first fault.
    std::optional<std::size_t> untried(Phase which) const;
    // How long after a fault, which was still in force, two periods of two seconds followed each other in
    // which 95 in a hundred of those served took no longer than the limit. Of several faults the longest.
    // Nothing when it was not so during one of them.
    std::optional<std::chrono::milliseconds> p95BackUnder(std::chrono::nanoseconds limit) const;
    // Of the attempts during faults, those which began from one moment on and before another.
    Tally tallyOf(Instant from, Instant until) const;
    // How long after the first of the moments the journey was down and stayed so until the other: the moment
    // that best parts attempts which succeed from those which do not. Nothing when it was not down in the
    // end.
    std::optional<std::chrono::milliseconds> downAfter(Instant from, Instant until) const;
};

JourneyFigures figuresOf(const FleetRecord &record, const model::system::JourneyId &journey);

} // namespace services::experiment
