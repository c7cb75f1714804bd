// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rest.h"

#include <algorithm>

namespace app::shell {

namespace {

bool isAnythingUnderWay(const services::platform::FleetSnapshot &fleet)
{
    return !fleet.faults.empty() || !fleet.autoscaled.empty() || !fleet.areShoppersReady
        || std::ranges::any_of(fleet.instances, [](const services::platform::InstanceSnapshot &instance) {
               return instance.status.state != services::runtime::InstanceState::Healthy;
           });
}

} // namespace

void Rest::take(const services::platform::Snapshot &snapshot, bool isMinimised)
{
    if (isDue(snapshot, isMinimised)) {
        if (!m_begun.has_value()) {
            m_begun = snapshot.at;
            Q_EMIT began();
        }
    } else if (const auto begun = std::exchange(m_begun, std::nullopt)) {
        Q_EMIT ended(snapshot.at - *begun);
    }
}

bool Rest::isDue(const services::platform::Snapshot &snapshot, bool isMinimised)
{
    if (!m_isAllowed || !isMinimised || std::ranges::any_of(snapshot.fleets, isAnythingUnderWay)) {
        m_quietSince.reset();
        return false;
    }
    if (!m_quietSince.has_value())
        m_quietSince = snapshot.at;
    return snapshot.at - *m_quietSince >= beginsAfter;
}

} // namespace app::shell
