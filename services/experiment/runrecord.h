// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sighting.h"

#include <model/operation/journeystate.h>
#include <services/load/journeyresult.h>

#include <QString>

#include <optional>
#include <vector>

namespace services::experiment {

using load::Instant;
using model::operation::Phase;

// The time around one fault in one fleet. A second fault before the fleet has healed belongs to the first.
struct FaultWindow
{
    QString words; // "crash catalogue"
    Instant at;
    std::optional<Instant>
        restartedAt; // the order to restart, or to lift the fault; none: the fleet was left to itself
    std::optional<Instant>
        healedAt; // every instance is healthy again and no fault is in force; none: not within the run
};

// The scenario waited for something which did not come about in time.
struct VainWait
{
    QString words; // "wait until all instances are healthy"
    QString actual; // "not within 3000 ms"
    Instant at; // when it was given up
};

// Everything that happened to one fleet during a run. A value.
struct FleetRecord
{
    model::system::PackagingId fleet;
    QString title;
    Instant begin; // the end of the warm-up
    Instant end;
    std::vector<Instant> actions; // when each of the scenario's began, as many as were played
    std::vector<FaultWindow> faults; // by time
    std::vector<VainWait> vainWaits;
    std::vector<load::JourneyResult> results; // final ones, and late ones of which no end is known
    std::vector<Sighting> sightings; // by time
    int withoutShopper = 0;
};

// Where in a run an attempt belongs.
struct PhaseOfFault
{
    std::size_t fault = 0; // index of the window
    Phase phase = Phase::Before;

    bool operator==(const PhaseOfFault &) const = default;
};

// An attempt belongs to the phase in which it began, but for one that a fault caught under way: when it
// fails, it was lost to the fault. Nothing for attempts of the warm-up. Without any fault all is Before.
std::optional<PhaseOfFault> phaseOf(const load::JourneyResult &result, const FleetRecord &record);
// The phase of a moment; nothing for one that is no part of the run.
std::optional<Phase> phaseAt(Instant moment, const FleetRecord &record);

} // namespace services::experiment
