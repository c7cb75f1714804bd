// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultdriver.h"
#include "fleet.h"
#include "instanceconditions.h"
#include "scaler.h"
#include "threadhost.h"

#include <services/waiting/looptimers.h>

namespace services::runtime {

// The parts of a fleet, in the order in which they need each other: the roster goes first, and all threads
// with it.
class Fleet::Private
{
public:
    Private(FleetPlan plan, const assembly::ComponentFactory &componentFactory);

    FleetBoards boards() const { return {registry.board(), faults.board(), policies, safeguards}; }
    Result<void> obeys() const;
    Result<InstanceLifecycle *> instance(const model::system::InstanceId &id) const;
    Result<Instances> instancesOf(const model::system::UnitId &id) const;
    void keep(const InstanceReport &report);
    void crashAll();

    const FleetPlan plan;
    const assembly::ComponentFactory &factory;
    const std::shared_ptr<resilience::PolicyBoard> policies
        = std::make_shared<resilience::PolicyBoard>(plan.options.policies);
    const std::shared_ptr<assembly::SafeguardBoard> safeguards
        = std::make_shared<assembly::SafeguardBoard>(plan.options.safeguards);
    std::shared_ptr<const FleetMeans> means; // null until prepared
    waiting::LoopTimers timers;
    waiting::WaitScope scope;
    transport::HttpClient client{{}, scope, timers};
    Registry registry;
    ThreadHost host;
    Roster roster;
    Scaler scaler;
    FaultDriver faults;
    std::vector<InstanceReport> reports;
    bool starting = false; // or has started
    bool stopping = false;
    bool stopped = false;
};

} // namespace services::runtime
