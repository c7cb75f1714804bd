// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultboard.h"

namespace services::faults {

void FaultBoard::publish(std::vector<FaultInForce> faults)
{
    const std::lock_guard lock(m_mutex);
    const auto version = m_faults->version + 1;
    m_faults = std::make_shared<const FaultsInForce>(FaultsInForce{version, std::move(faults)});
    m_version.store(version, std::memory_order_release);
}

std::shared_ptr<const FaultsInForce> FaultBoard::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_faults;
}

} // namespace services::faults
