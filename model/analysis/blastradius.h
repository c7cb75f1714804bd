// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "situation.h"

#include <model/operation/journeystate.h>

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace model::analysis {

using operation::JourneyState;

// What is predicted of a journey or an endpoint.
struct Outlook
{
    JourneyState state = JourneyState::Working;
    double succeeded = 1; // share of the attempts, degraded ones included
    double inFull = 1; // share of the attempts which are served in full
    QString why; // from the effect to the cause, in words; also why a fault does no harm
    std::chrono::milliseconds after{0}; // how long after the faults began it came to that
    // What an attempt takes in the mean; nothing: too many fail for a time to be told.
    std::optional<std::chrono::duration<double>> takes = {};
    bool isSlowed = false; // trouble takes time of some of those which are served in full
};

struct BlastRadius
{
    QHash<system::JourneyId, Outlook> journeys; // each of the system
    // Each of the system, as somebody within the fleet would find it who waits as long as a customer.
    QHash<system::EndpointId, Outlook> endpoints;
};

// Predicts what is left of a fleet while faults are in force, by a fixpoint over its endpoints: how each
// endpoint answers follows from how those answer which it calls, through the policies in force and the lines
// between, and from how full its unit is; how full the units are follows from how much is asked of them and
// how long it is kept. Where places are lost for good (a hang without a time limit) they run full in time,
// one after another, and each such moment is a step of the prediction. The states are those which a
// measurement shows once it has seen enough attempts (model/operation/journeystate.h). Deterministic; any
// thread.
BlastRadius blastRadius(const Situation &situation);

} // namespace model::analysis
