// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster.h"

#include <map>

namespace services::runtime {

// How many instances each unit has: adds them, and takes the newest away without failing a request. Owned by
// the fleet, in the control thread.
class Scaler
{
public:
    using Boot = InstanceLifecycle::Boot;

    Scaler(const FleetPlan &plan, Roster &roster);
    // Before the first instance.
    void setMeans(std::shared_ptr<const FleetMeans> means) { m_means = std::move(means); }

    void add(const model::packaging::Unit &unit, Boot boot);
    // Completes when as many are healthy. InvalidInput outside 1 to 64; Conflict when a later order for the
    // unit supersedes this one.
    QCoro::Task<Result<void>> scale(model::packaging::Unit unit, int instances);

private:
    model::system::InstanceId freeId(const model::packaging::Unit &unit) const;
    std::chrono::nanoseconds bootTimeOf(const model::packaging::Unit &unit) const;
    void shrink(const model::system::UnitId &unit, int instances);

    const FleetPlan &m_plan;
    Roster &m_roster;
    std::shared_ptr<const FleetMeans> m_means;
    std::map<model::system::InstanceId, int> m_incarnations; // so far, of those which were scaled away
    std::map<model::system::UnitId, int> m_orders; // so far
};

} // namespace services::runtime
