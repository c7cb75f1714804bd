// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "brokerfaults.h"
#include "roster.h"
#include "storefaults.h"

#include <services/faults/exposure.h>

namespace services::runtime {

using model::operation::Fault;

// Injects faults into a fleet and lifts them: keeps the list of those in force, hangs it up on the board,
// tells the instances, and does itself what a process cannot do to itself (crash, crash again, boot wrongly).
// Owned by the fleet, in the control thread. Instances which boot while a fault is in force, or are added,
// have it too, but for a crash: that has happened to those which ran.
class FaultDriver : public QObject
{
    Q_OBJECT
public:
    FaultDriver(const FleetPlan &plan, Roster &roster, waiting::Timers &timers);
    ~FaultDriver() override;

    std::shared_ptr<const faults::FaultBoard> board() const { return m_board; }
    void setMeans(const std::shared_ptr<const FleetMeans> &means);

    // Twice the same fault is one. InvalidInput or NotFound when it does not fit the system or the fleet.
    Result<void> inject(const Fault &fault);
    // NotFound when it is not in force; the message names what is.
    Result<void> lift(const Fault &fault);
    std::vector<Fault> inForce() const; // in the order of injection

    // Instances were ordered to boot: a crash of which nobody is down any more is over.
    void forgetCrashes();
    void stop();
    // Undoes at once what outlives the instances: call when they have ended.
    void heal();

private:
    using Lifecycles = std::vector<InstanceLifecycle *>;

    Result<faults::FaultInForce> aimed(const Fault &fault) const;
    Lifecycles takenBy(const faults::FaultInForce &inForce) const;
    std::vector<Fault> taking(const InstanceLifecycle &instance) const;
    bool takesAny(model::operation::FaultKind kind, const InstanceLifecycle &instance) const;
    void publish();
    void begin(const faults::FaultInForce &inForce);
    void end(const faults::FaultInForce &inForce);
    void onChanged(const InstanceStatus &status);
    void onPerished(const model::system::InstanceId &id);
    void crashLater(const InstanceStatus &status);
    void crashAgain(const model::system::InstanceId &id, int incarnation);

    const FleetPlan &m_plan;
    Roster &m_roster;
    waiting::Timers &m_timers;
    std::shared_ptr<faults::FaultBoard> m_board = std::make_shared<faults::FaultBoard>();
    std::vector<faults::FaultInForce> m_inForce;
    StoreFaults m_stores;
    BrokerFaults m_broker;
    bool m_isStopped = false;
};

} // namespace services::runtime
