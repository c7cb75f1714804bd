// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settledlog.h"

#include <services/assembly/safeguardboard.h>

#include <memory>

namespace services::shop::orders {

// The saga's log while that is on, and what takes its place while it is off. An order stays with the one with
// which it began. Owned by Checkout.
class SwitchedLog final : public SagaLog
{
public:
    SwitchedLog(OrderRepository &orders, std::shared_ptr<const assembly::SafeguardBoard> board);

    Result<void> add(const Order &order, std::chrono::system_clock::time_point heldUntil) override;
    Result<void> tryAgain(const Order &order, std::chrono::system_clock::time_point heldUntil) override;
    Result<void> advance(const Order &order, State from) override;

private:
    SagaLog &current();

    OrderRepository &m_written;
    SettledLog m_settled;
    std::shared_ptr<const assembly::SafeguardBoard> m_board;
};

} // namespace services::shop::orders
