// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "routingtable.h"

#include <model/packaging/packaging.h>
#include <services/contract/caller.h>
#include <services/resilience/outlierejection.h>
#include <services/resilience/policyboard.h>
#include <services/telemetry/recorder.h>

#include <map>

namespace services::runtime {

// What the policies in force say about the instances which one instance calls: whether a refusal makes its
// calls go elsewhere, and who is left out since it fails again and again. Asked by the balancer; what it
// decides becomes a decision of the recorder. Owned by the instance, in its thread.
class Outliers
{
public:
    Outliers(const model::packaging::Packaging &packaging,
             std::shared_ptr<const resilience::PolicyBoard> board,
             telemetry::Recorder &recorder);

    // Failing over is part of repeating: who never repeats asks the same instance again and again.
    bool failsOver(const contract::Request &request);
    // Whether anybody could be left out at all.
    bool mayEject();
    // A call to one of so many instances of the callee's unit has ended; its span tells when somebody is left
    // out for it.
    void ended(const model::system::InstanceId &instance,
               const contract::Request &request,
               std::optional<contract::Kind> failure,
               std::size_t instances);
    bool isOut(const model::system::CapabilityId &callee, const model::system::InstanceId &instance) const;
    void tellWhoReturns();
    // Forgets what those did which are not the same in the new table.
    void follow(const RoutingTable &before, const RoutingTable &now);

private:
    using UnitId = model::system::UnitId;
    void applyNews();
    std::map<UnitId, resilience::OutlierEjection>::iterator
    unitOf(const model::system::CapabilityId &capability);

    const model::packaging::Packaging &m_packaging;
    std::shared_ptr<const resilience::PolicyBoard> m_board;
    telemetry::Recorder &m_recorder; // also tells the time
    std::shared_ptr<const resilience::PolicyBoard::Edition> m_edition; // null at first
    std::map<UnitId, resilience::OutlierEjection> m_units; // those with a policy
};

} // namespace services::runtime
