// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "order.h"

#include <model/result/result.h>

namespace services::shop::orders {

// Where each saga's steps are written down, so that somebody can go on after a crash. Thread of its database.
class SagaLog
{
public:
    SagaLog() = default;
    virtual ~SagaLog() = default;
    SagaLog(const SagaLog &) = delete;
    SagaLog &operator=(const SagaLog &) = delete;

    // A new order, held by this worker. Conflict when the customer has one with this key or of this cart.
    virtual model::result::Result<void> add(const Order &order,
                                            std::chrono::system_clock::time_point heldUntil)
        = 0;
    // The next attempt of a compensated order. Conflict when somebody else has begun it, or the customer has
    // another one of this cart.
    virtual model::result::Result<void> tryAgain(const Order &order,
                                                 std::chrono::system_clock::time_point heldUntil)
        = 0;
    // State, debts and failure of an order that was in state `from`. Unavailable when it is in other hands:
    // what becomes of it will be known soon.
    virtual model::result::Result<void> advance(const Order &order, State from) = 0;
};

} // namespace services::shop::orders
