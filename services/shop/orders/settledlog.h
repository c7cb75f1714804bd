// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "orderrepository.h"

#include <QSet>

namespace services::shop::orders {

// What takes the saga's log's place while that is off: nothing is written until the order is settled. Whoever
// works on it is the only one who knows of it, and a crash forgets it. Owned by SwitchedLog.
class SettledLog final : public SagaLog
{
public:
    explicit SettledLog(OrderRepository &orders);

    bool knows(const Order &order) const { return m_open.contains(order.id); }

    Result<void> add(const Order &order, std::chrono::system_clock::time_point heldUntil) override;
    Result<void> tryAgain(const Order &order, std::chrono::system_clock::time_point heldUntil) override;
    Result<void> advance(const Order &order, State from) override;

private:
    OrderRepository &m_orders;
    QSet<QString> m_open; // orders that are under way here
};

} // namespace services::shop::orders
