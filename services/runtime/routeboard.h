// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "routingtable.h"

#include <mutex>

namespace services::runtime {

// Where a fleet's current routing table hangs, for everyone to look at. Written by the registry, read by each
// balancer; any thread. A look at the version costs a load; only news cost a lock.
class RouteBoard
{
public:
    void publish(std::shared_ptr<const RoutingTable> table);
    std::shared_ptr<const RoutingTable> current() const; // never null
    std::uint64_t version() const { return m_version.load(std::memory_order_acquire); }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const RoutingTable> m_table = std::make_shared<const RoutingTable>();
    std::atomic<std::uint64_t> m_version{0};
};

} // namespace services::runtime
