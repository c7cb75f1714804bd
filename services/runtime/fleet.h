// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fleetplan.h"
#include "fleettelemetry.h"
#include "instancestatus.h"
#include "routingtable.h"

#include <model/result/result.h>
#include <services/assembly/componentfactory.h>
#include <services/broker/broker.h>
#include <services/faults/blame.h>
#include <services/resilience/policyboard.h>
#include <services/transport/addresssource.h>

#include <QCoroTask>
#include <QObject>

#include <memory>
#include <vector>

namespace services::runtime {

using model::result::Result;

// All running instances of one system under one packaging. Lives in the control thread (any thread with an
// event loop), which no function of it blocks, but for the destructor: that waits for the instances to end,
// FleetOptions::stopLimit at most. Orders are obeyed in the order in which they are given. What an instance
// cannot do becomes its state Failed, with the reason; the others live on. Not to be destroyed inside a slot
// of its own signals: use deleteLater() there.
class Fleet : public QObject
{
    Q_OBJECT
public:
    // The factory outlives the fleet.
    Fleet(FleetPlan plan, const assembly::ComponentFactory &factory, QObject *parent = nullptr);
    ~Fleet() override;

    // Starts everything at once and waits until each instance is healthy or has failed; the first failure is
    // the answer. Does not hold boot times.
    QCoro::Task<Result<void>> start();
    // Ends everything in good order, in the middle of whatever it is; `stopped` follows within a second.
    void stop();
    bool isStopped() const;

    // At once, whatever the instance does: its connections are reset, its work is abandoned.
    Result<void> crash(const model::system::InstanceId &instance);
    Result<void> crash(const model::system::UnitId &unit); // all of its instances that run
    // Boots what does not run, on its old port; what runs is ended first. The unit's declared boot time
    // passes in state Starting.
    Result<void> restart(const model::system::InstanceId &instance);
    Result<void> restart(const model::system::UnitId &unit); // all that do not run; all, when all run
    // Completes when as many instances are healthy; the newest go first, without failing a request.
    QCoro::Task<Result<void>> scale(model::system::UnitId unit, int instances);

    // A fault is in force until it is lifted; twice the same is one. InvalidInput or NotFound when it does
    // not fit the fleet, or is not in force. Those of customers are in force without effect: whoever runs the
    // customers asks for them.
    Result<void> inject(const model::operation::Fault &fault);
    Result<void> lift(const model::operation::Fault &fault);
    std::vector<model::operation::Fault> faultsInForce() const; // in the order of injection
    // What is published there is in force from each instance's next call on; what has not changed keeps its
    // memory. Lives as long as the fleet.
    resilience::PolicyBoard &policies() const;
    // The patterns which keep data right; what is set there is in force at once. Lives as long as the fleet.
    assembly::SafeguardBoard &safeguards() const;

    std::vector<InstanceStatus> instances() const;
    std::optional<InstanceStatus> instance(const model::system::InstanceId &id) const;
    const FleetPlan &plan() const;
    // The port of an instance that serves the system's entry capability, for people and browsers; 0: none.
    quint16 entryPort() const;

    std::shared_ptr<const RoutingTable> routes() const;
    // A balancer of its own for a caller outside the fleet (load, desktop): made here, used in one thread of
    // the caller's choice, and may outlive the fleet.
    std::unique_ptr<transport::AddressSource> addressSource() const;
    // Says such a caller which injected fault is why nobody answered it.
    faults::Blame blame() const;

    // What carries its messages; null before the start. May outlive the fleet, which stops it.
    std::shared_ptr<broker::Broker> broker() const;
    // How the broker's queues are; none before the start.
    std::vector<broker::QueueStatus> queues() const;
    // What has come in since the last time; asks all instances for more. To be called at about 10 Hz: the
    // answer to one call is in the next. Blocks nobody.
    FleetTelemetry drainTelemetry();

Q_SIGNALS:
    void instanceChanged(const services::runtime::InstanceStatus &status);
    void started(); // all instances are healthy for the first time
    void stopped(); // no instance and no thread is left

private:
    void finishStop();
    void announceStop();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace services::runtime
