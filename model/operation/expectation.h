// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journeystate.h"

#include <model/system/ids.h>

#include <chrono>
#include <variant>

namespace model::operation {

// The journey is in this state throughout a phase.
struct StateIs
{
    Phase phase = Phase::During;
    JourneyState state = JourneyState::Working;
    bool operator==(const StateIs &) const = default;
};
// After the fault the journey succeeds again within this time.
struct RecoversWithin
{
    std::chrono::milliseconds limit{0};
    bool operator==(const RecoversWithin &) const = default;
};
// Of the attempts of a phase no more than this many fail.
struct FailuresAtMost
{
    Phase phase = Phase::During;
    int limit = 0;
    bool operator==(const FailuresAtMost &) const = default;
};
// Of the attempts of a phase at least this share (0 to 1) succeeds.
struct SuccessShareAtLeast
{
    Phase phase = Phase::During;
    double share = 1;
    bool operator==(const SuccessShareAtLeast &) const = default;
};

// Of the attempts of a phase that succeed, 95 in a hundred take no longer than this many times as long as
// before the fault.
struct P95AtMostTimesBefore
{
    Phase phase = Phase::During;
    double times = 1;
    bool operator==(const P95AtMostTimesBefore &) const = default;
};
// While the fault lasts, 95 in a hundred of the attempts that succeed take no longer than this limit again,
// at the latest so long after it began.
struct P95BackUnder
{
    std::chrono::milliseconds limit{0};
    std::chrono::milliseconds within{0};
    bool operator==(const P95BackUnder &) const = default;
};

// While faults last, and whenever another one joins them or one is lifted, it comes to the state that the
// model predicts; to being down, so much before or after the predicted moment at most.
struct AsPredicted
{
    std::chrono::milliseconds within{0};
    bool operator==(const AsPredicted &) const = default;
};

// The following are about a capability: how often others call it, each repeat counted, for one attempt of a
// customer at whatever journey, so many times at most or at least as often as before the fault.
struct CallsAtMostTimesBefore
{
    Phase phase = Phase::During;
    double times = 1;
    bool operator==(const CallsAtMostTimesBefore &) const = default;
};
struct CallsAtLeastTimesBefore
{
    Phase phase = Phase::During;
    double times = 1;
    bool operator==(const CallsAtLeastTimesBefore &) const = default;
};
// At no moment of a phase its unit has more instances, or at some moment at least so many; those which boot
// or drain count.
struct InstancesAtMost
{
    Phase phase = Phase::During;
    int limit = 1;
    bool operator==(const InstancesAtMost &) const = default;
};
struct InstancesAtLeast
{
    Phase phase = Phase::During;
    int limit = 1;
    bool operator==(const InstancesAtLeast &) const = default;
};
// When the run ends, its unit has no more instances.
struct InstancesInTheEndAtMost
{
    int limit = 1;
    bool operator==(const InstancesInTheEndAtMost &) const = default;
};

// At some moment of a phase at least so many messages wait for it.
struct MessagesWaitingAtLeast
{
    Phase phase = Phase::During;
    int limit = 1;
    bool operator==(const MessagesWaitingAtLeast &) const = default;
};
// Once it is told to start again, or the fault is lifted, no more messages wait for it, within this time,
// than before the fault; and in no second it gets rid of more than so many: it works them off as it can.
struct DrainsWithin
{
    std::chrono::milliseconds limit{0};
    int mostPerSecond = 1;
    bool operator==(const DrainsWithin &) const = default;
};

using Check = std::variant<StateIs,
                           RecoversWithin,
                           FailuresAtMost,
                           SuccessShareAtLeast,
                           P95AtMostTimesBefore,
                           P95BackUnder,
                           AsPredicted,
                           CallsAtMostTimesBefore,
                           CallsAtLeastTimesBefore,
                           InstancesAtMost,
                           InstancesAtLeast,
                           InstancesInTheEndAtMost,
                           MessagesWaitingAtLeast,
                           DrainsWithin>;

// What a scenario says must be true of one journey, or of one capability, in one fleet. The reader writes one
// of these for each journey or capability that an entry of the file lists.
struct Expectation
{
    system::PackagingId fleet;
    system::JourneyId journey; // empty: it is about a capability
    Check check;
    system::CapabilityId capability = {}; // empty: it is about a journey

    // The id of what it is about.
    QString about() const { return capability.isEmpty() ? journey.value : capability.value; }

    bool operator==(const Expectation &) const = default;
};

// The expectation in words: "microservices: search is working during the fault".
QString words(const Expectation &expectation);
// What is expected of a journey or capability, whichever it is: "is working during the fault".
QString words(const Check &check);

} // namespace model::operation
