// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "failurecauses.h"
#include "graphscene.h"
#include "requestdots.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

namespace app::graph {

// Reads from a fleet's snapshot what its picture shows: states and figures of nodes, health of edges, and
// how many requests set out along each edge, and which of them fail or have a fallback's answer. One per
// pane; GUI thread.
class LivePicture
{
public:
    LivePicture(const model::system::System &system, const model::packaging::Packaging &packaging);

    // Remembers why requests have failed since the snapshot before: to be called with each.
    void take(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant now);
    Vitality vitality(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant now) const;
    // Measured rates, turned into whole requests per period; what is left over is kept for the next one.
    std::vector<RequestDots::Traffic> traffic(const GraphScene &scene,
                                              const services::platform::FleetSnapshot &fleet,
                                              RequestDots::Moment period);

private:
    struct Flow
    {
        double requests = 0;
        double failed = 0;
        double degraded = 0; // of those which did not fail
    };
    // What is counted of a line, and which share of what came between two counts was degraded.
    struct Count
    {
        quint64 all = 0;
        quint64 degraded = 0;
        double share = 0;
    };
    QHash<EdgeId, Flow> flows(const services::platform::FleetSnapshot &fleet) const;
    void countDegraded(const services::platform::FleetSnapshot &fleet);
    EdgeId front() const; // from the shoppers
    NodeVitality unitVitality(const std::vector<const services::platform::InstanceSnapshot *> &instances,
                              model::telemetry::Instant now) const;
    // Of a unit of which so many instances are well: why it is not.
    static void tellOf(const services::platform::InstanceSnapshot &sick,
                       int well,
                       model::telemetry::Instant now,
                       NodeVitality &live);
    NodeId unitNode(const model::system::CapabilityId &capability) const;

    model::system::System m_system;
    model::packaging::Packaging m_packaging;
    QHash<model::system::CapabilityId, NodeId> m_nodes; // of the units which hold them
    QHash<EdgeId, Flow> m_leftOver;
    FailureCauses m_causes;
    QHash<EdgeId, Count> m_counts;
};

} // namespace app::graph
