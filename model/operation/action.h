// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "autoscaling.h"
#include "fault.h"
#include "journeystate.h"
#include "policychange.h"

#include <chrono>
#include <optional>
#include <variant>

namespace model::operation {

// Resets the instances' connections and abandons their work and memory.
struct Crash
{
    Target target;
    bool operator==(const Crash &) const = default;
};
// Boots crashed instances again; takes the unit's declared boot time.
struct Restart
{
    Target target;
    bool operator==(const Restart &) const = default;
};
struct Scale
{
    Target target;
    int instances = 1;
    bool operator==(const Scale &) const = default;
};
// From now on the instances of a unit follow its load by themselves.
struct Autoscale
{
    Target target;
    std::optional<Autoscaling> settings; // nothing: not any more
    bool operator==(const Autoscale &) const = default;
};
struct SetLoad
{
    double shoppersPerSecond = 0;
    bool operator==(const SetLoad &) const = default;
};
// Changes the policies that are in force, in one fleet or in all.
struct SetPolicies
{
    PolicyChange change;
    system::PackagingId fleet; // empty: each fleet
    bool operator==(const SetPolicies &) const = default;
};
struct Wait
{
    std::chrono::milliseconds duration{0};
    bool operator==(const Wait &) const = default;
};
// Waits until each instance is healthy, in one fleet or in all.
struct WaitUntilHealthy
{
    system::PackagingId fleet; // empty: each fleet
    std::chrono::milliseconds within{10000};
    bool operator==(const WaitUntilHealthy &) const = default;
};
// Waits until the measured state of a journey is `state`, in one fleet or in all.
struct WaitUntilJourney
{
    system::JourneyId journey;
    JourneyState state = JourneyState::Working;
    system::PackagingId fleet; // empty: each fleet
    std::chrono::milliseconds within{10000};
    bool operator==(const WaitUntilJourney &) const = default;
};

// In force from then on, until it is lifted or the scenario ends.
struct Inject
{
    Fault fault;
    bool operator==(const Inject &) const = default;
};
struct Lift
{
    std::optional<Fault> fault; // nothing: all that are in force
    system::PackagingId fleet; // where all are lifted; empty: in each fleet
    bool operator==(const Lift &) const = default;
};

// One step of a scenario. The steps run one after another, in all fleets at the same moment.
using Action = std::variant<Crash,
                            Restart,
                            Scale,
                            Autoscale,
                            SetLoad,
                            SetPolicies,
                            Wait,
                            WaitUntilHealthy,
                            WaitUntilJourney,
                            Inject,
                            Lift>;

// The action in words: "crash catalogue", "wait 3000 ms".
QString words(const Action &action);

} // namespace model::operation
