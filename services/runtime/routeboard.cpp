// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routeboard.h"

namespace services::runtime {

void RouteBoard::publish(std::shared_ptr<const RoutingTable> table)
{
    const std::lock_guard lock(m_mutex);
    m_version.store(table->version, std::memory_order_release);
    m_table = std::move(table);
}

std::shared_ptr<const RoutingTable> RouteBoard::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_table;
}

} // namespace services::runtime
