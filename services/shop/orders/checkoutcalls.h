// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "order.h"

#include <services/contract/caller.h>

namespace services::shop::orders {

using contract::Error;
using contract::Request;
using contract::RequestContext;
using contract::Result;

// What a customer wants to buy. The cart's generation changes when an order takes something out of it.
struct Basket
{
    std::vector<Line> lines;
    std::int64_t generation = 0;
};

// What orders asks of cart, inventory and payments. Each write carries a key of its own, derived from the
// order, so that a repeat changes nothing. An error is the other side's, or that it is not there.
class CheckoutCalls
{
public:
    explicit CheckoutCalls(contract::Caller &calls);

    QCoro::Task<Result<Basket>> cart(RequestContext context);
    QCoro::Task<Result<void>> reserve(Order order, RequestContext context);
    QCoro::Task<Result<void>> charge(Order order, QString card, RequestContext context);
    QCoro::Task<Result<void>> commit(Order order, RequestContext context);
    // Undo what was done and call off what may still be on its way.
    QCoro::Task<Result<void>> release(Order order, RequestContext context);
    QCoro::Task<Result<void>> refund(Order order, RequestContext context);

private:
    QCoro::Task<Result<void>> send(Request request);

    contract::Caller &m_calls;
};

} // namespace services::shop::orders
