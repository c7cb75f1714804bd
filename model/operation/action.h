// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "autoscaling.h"
#include "fault.h"
#include "journeystate.h"
#include "policychange.h"
#include "safeguard.h"

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
// Switches a safeguard off, or on again, in one fleet or in all.
struct SetSafeguard
{
    Safeguard safeguard = Safeguard::Outbox;
    bool on = false;
    system::PackagingId fleet; // empty: each fleet
    bool operator==(const SetSafeguard &) const = default;
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

// Breaks one thing after another and mends it again, drawn by the scenario's seed, until the time is over.
struct Storm
{
    std::chrono::milliseconds duration{0};
    std::vector<system::CapabilityId> most; // what is struck as often as all others together
    struct Link
    {
        system::CapabilityId caller;
        system::CapabilityId callee;
        bool operator==(const Link &) const = default;
    };
    std::vector<system::CapabilityId> capabilities; // of the system
    std::vector<Link> links; // between them; for calls which somebody needs
    bool operator==(const Storm &) const = default;
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
                            SetSafeguard,
                            Wait,
                            WaitUntilHealthy,
                            WaitUntilJourney,
                            Storm,
                            Inject,
                            Lift>;

// The action in words: "crash catalogue", "wait 3000 ms".
QString words(const Action &action);

} // namespace model::operation
