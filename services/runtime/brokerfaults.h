// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instanceplan.h"

#include <services/waiting/timers.h>

namespace services::runtime {

// Makes the broker of a fleet suffer what is in force, and poisons its queues: a message that cannot be
// handled comes at once, and another one from time to time while the fault is in force. Owned by the fleet,
// in the control thread.
class BrokerFaults : public QObject
{
    Q_OBJECT
public:
    explicit BrokerFaults(waiting::Timers &timers);
    ~BrokerFaults() override;

    void setMeans(std::shared_ptr<const FleetMeans> means) { m_means = std::move(means); }
    void apply(const std::vector<faults::FaultInForce> &inForce);
    void stop();

private:
    void addPoison(const model::operation::Fault &fault);

    waiting::Timers &m_timers;
    std::shared_ptr<const FleetMeans> m_means; // null until prepared
    broker::BrokerCondition m_condition;
    struct Poisoning
    {
        model::operation::Fault fault;
        waiting::Timers::Ticket next;
    };
    std::vector<Poisoning> m_poisonings;
};

} // namespace services::runtime
