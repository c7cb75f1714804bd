// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fleetplan.h"
#include "routeboard.h"

#include <services/assembly/componentfactory.h>
#include <services/broker/broker.h>
#include <services/faults/faultboard.h>
#include <services/resilience/policyboard.h>
#include <services/storage/storetemplates.h>
#include <services/storage/storetrouble.h>

namespace services::runtime {

// Where the fleet hangs what changes while it runs, for all instances to look at. Each is safe in any thread.
struct FleetBoards
{
    std::shared_ptr<const RouteBoard> routes = std::make_shared<const RouteBoard>();
    std::shared_ptr<const faults::FaultBoard> faults = std::make_shared<const faults::FaultBoard>();
    std::shared_ptr<const resilience::PolicyBoard> policies
        = std::make_shared<const resilience::PolicyBoard>(model::operation::usualPolicies());
    std::shared_ptr<const assembly::SafeguardBoard> safeguards
        = std::make_shared<const assembly::SafeguardBoard>();
};

// What all instances of a fleet have in common. Immutable, or safe to use from any thread.
struct FleetMeans
{
    FleetPlan plan; // its session key is made
    const assembly::ComponentFactory *factory = nullptr;
    FleetBoards boards;
    std::shared_ptr<broker::Broker> broker;
    std::shared_ptr<storage::StoreTemplates> templates;
    std::map<model::system::UnitId, std::shared_ptr<storage::StoreTrouble>> stores; // of each unit
};

// Where the instances of a unit keep their data.
QString storeFileOf(const FleetPlan &plan, const model::system::UnitId &unit);

// What a host needs to run one instance. A value.
struct InstancePlan
{
    std::shared_ptr<const FleetMeans> fleet;
    model::packaging::Unit unit;
    model::system::InstanceId id;
    int incarnation = 1;
    quint16 port = 0; // preferred; 0: any
    bool portIsFixed = false; // better to fail than to listen elsewhere

    QString storeFile() const;
    // Differs for each instance and incarnation; the same in each run of a plan.
    std::uint64_t seed() const;
};

} // namespace services::runtime
