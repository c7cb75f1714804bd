// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settledlog.h"

namespace services::shop::orders {

SettledLog::SettledLog(OrderRepository &orders)
    : m_orders(orders)
{
}

Result<void> SettledLog::add(const Order &order, std::chrono::system_clock::time_point)
{
    m_open.insert(order.id);
    return {};
}

Result<void> SettledLog::tryAgain(const Order &order, std::chrono::system_clock::time_point heldUntil)
{
    return add(order, heldUntil);
}

Result<void> SettledLog::advance(const Order &order, State)
{
    if (!isSettled(order.state))
        return {};
    m_open.remove(order.id);
    return m_orders.writeSettled(order);
}

} // namespace services::shop::orders
