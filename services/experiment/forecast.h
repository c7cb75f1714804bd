// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runrecord.h"

#include <model/analysis/blastradius.h>
#include <model/operation/scenario.h>

#include <vector>

namespace services::experiment {

// A time during which the same faults were in force in a fleet, under the same policies and load, and what is
// to be predicted of it: as if all of that had begun with the last of it, asked about the moment of its end.
struct Episode
{
    model::analysis::Situation situation;
    Instant begin;
    Instant end;
};

// Those of a run, as the scenario has made them, by time; none when nothing breaks in this fleet. What is
// over at once (an action without a wait before the next one) is none. Of the record only the moments of the
// actions are used: nothing that was measured. An autoscaler's decisions are not foreseen.
std::vector<Episode> episodesOf(const model::operation::Scenario &scenario,
                                const FleetRecord &record,
                                const model::system::System &system);

// What was predicted of a journey in an episode.
struct Foretold
{
    Instant begin;
    Instant end;
    model::analysis::Outlook outlook;
};

} // namespace services::experiment
