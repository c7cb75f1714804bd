// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vitality.h"

#include <model/operation/fault.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>

namespace app::graph {

// Says on each node, module and edge of a fleet's picture which of the faults in force it has: a few words on
// the spot, whole sentences for tool tips and readers. What was measured stays where it says more: an
// instance that is down tells how long.
class FaultBadges
{
public:
    FaultBadges(const model::system::System &system, const model::packaging::Packaging &packaging);

    void add(const std::vector<model::operation::Fault> &faults, Vitality &vitality) const;

private:
    void addToUnit(const model::operation::Fault &fault, Vitality &vitality) const;
    void addToLine(const model::operation::Fault &fault, Vitality &vitality) const;
    void addToTopics(const model::operation::Fault &fault, Vitality &vitality) const;
    // `badge`: in all words, and then in fewer.
    void put(const QStringList &badge, const model::operation::Fault &fault, NodeVitality &live) const;
    NodeId unitNode(const model::system::CapabilityId &capability) const;

    const model::system::System &m_system;
    const model::packaging::Packaging &m_packaging;
};

} // namespace app::graph
