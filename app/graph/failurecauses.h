// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vitality.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

#include <deque>

namespace app::graph {

// Why units fail which are up: keeps what failed in them within the last seconds, and says on each unit that
// fails the commonest cause, which is where its failures began: a call, or its own work. A value.
class FailureCauses
{
public:
    // Each capability with the node of the unit that holds it.
    using Units = QHash<model::system::CapabilityId, NodeId>;
    void
    take(const services::platform::FleetSnapshot &fleet, const Units &units, model::telemetry::Instant now);
    void add(const model::system::System &system,
             const model::packaging::Packaging &packaging,
             model::telemetry::Instant now,
             Vitality &vitality) const;

private:
    struct Failure
    {
        model::telemetry::Instant at; // which it was heard of
        NodeId unit; // in which
        model::telemetry::SpanId id;
        model::telemetry::SpanId parent;
        model::system::CapabilityId whose; // which was asked, or could not do it
        bool isCall = false;
        model::result::Kind kind{};
        QString message;
    };
    using Failures = std::vector<const Failure *>; // of one unit
    QHash<NodeId, Failures> byUnit(model::telemetry::Instant now) const;
    static const Failure *commonest(const Failures &here); // null: there is none

    std::deque<Failure> m_failures; // the oldest first
};

} // namespace app::graph
