// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vitality.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

namespace app::graph {

// Marks the circuit breakers which are not closed: on the line of their call, and as the reason why the
// caller, or the module in its unit, does less than it should. Keeps references; GUI thread.
class BreakerBadges
{
public:
    BreakerBadges(const model::system::System &system, const model::packaging::Packaging &packaging);

    void add(const std::vector<services::platform::CallSnapshot> &calls, Vitality &vitality) const;

private:
    NodeId unitNode(const model::system::CapabilityId &capability) const;
    void addToCaller(const services::platform::CallSnapshot &call, Vitality &vitality) const;

    const model::system::System &m_system;
    const model::packaging::Packaging &m_packaging;
};

} // namespace app::graph
