// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pace.h"
#include "trial.h"

#include <services/experiment/tally.h>

#include <map>

namespace services::verification {

// One journey while faults were in force: what was said, and what was found.
struct Comparison
{
    model::system::JourneyId journey;
    Prediction predicted;
    experiment::Tally tally;
    JourneyState measured = JourneyState::Unknown;
    QString trouble; // the commonest failure or fallback that customers were told of
    bool isDecided = true; // false: too close to call, so that it says nothing
    bool isMeasured() const { return measured != JourneyState::Unknown; }
    bool counts() const { return isMeasured() && isDecided && !predicted.isOnTheEdge; }
    bool isTooClose() const { return isMeasured() && !isDecided && !predicted.isOnTheEdge; }
    bool isEdge() const { return isMeasured() && predicted.isOnTheEdge; }
    bool agrees() const { return predicted.state == measured; }
    bool disagrees() const { return counts() && !agrees(); }
};

// What became of one trial.
struct TrialOutcome
{
    QString system;
    model::system::PackagingId packaging;
    QString policies;
    Trial trial;
    QString notPlayed; // why it says nothing; empty: it was played
    Pace pace; // of the machine meanwhile
    std::chrono::milliseconds measuredAfter{0}; // since the faults began
    std::vector<Comparison> journeys; // of the system, in its order; none when it was not played
    bool hasRecovered = true; // all journeys were working again in time after the last lifting
    Loss::Cause lostTo = Loss::Cause::Other; // when it was not played, however often it was tried
    bool hadCompany = false; // other fleets ran meanwhile
    bool disagrees() const; // at least one journey
    bool isAsExpected() const { return hasRecovered && !disagrees(); }
    // Every journey that disagreed there is sure to agree here, and what did not recover there has recovered.
    bool refutes(const TrialOutcome &other) const;
};

// All of it, summed up.
struct Findings
{
    std::vector<TrialOutcome> outcomes;
    int planned = 0; // trials
    int faultsPlanned = 0; // for which they stand

    int repeats = 0; // of trials that came to nothing
    // What disagreed or did not recover beside other fleets and was refuted when it was tried again alone, as
    // it was at first.
    std::vector<TrialOutcome> unconfirmed;

    int played() const;
    int triedInVain() const; // trials that tell nothing, for whatever reason
    int notKeptUp() const; // trials, at their last repeat
    int notWell() const; // trials whose fleets did not work well even without a fault
    int notRecovered() const; // trials after whose faults the fleet did not work well again
    int faultsPlayed() const;
    double coverage() const; // share of the faults; 1 when there was nothing to do

    int compared() const; // journeys which were measured and not too close to call
    int agreed() const;
    int unmeasured() const; // journeys which nobody could try
    int onTheEdge() const; // journeys which a few more shoppers would have turned, as was said beforehand
    int
    tooCloseToCall() const; // other journeys of which not even more attempts made sure what state they are in
    double agreement() const; // 1 when nothing was compared
    double worstAgreement() const; // if all those disagreed that were tried and do not count
    Findings atFirst() const; // as if nothing had been tried again since it was in doubt
    // How often what was predicted turned out how.
    std::map<std::pair<JourneyState, JourneyState>, int> confusion() const;
};

} // namespace services::verification
