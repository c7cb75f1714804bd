// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "orderrepository.h"
#include "ordersaga.h"
#include "switchedlog.h"

#include <services/shop/session/session.h>

namespace services::shop::orders {

// Makes one order of one intention of a customer, named by the idempotency key, however often it is asked for
// and by whichever instance: a repeat gets the outcome of the first, waits for one that is being worked on,
// takes up one that was put down, and begins anew only where everything went back. (The card of a repeat is
// not looked at.) Another key for the same cart is refused: nothing is sold twice. Owned by Orders.
class Checkout
{
public:
    Checkout(const assembly::ComponentContext &context, OrderRepository &orders, OrderLeases &leases);

    struct Intention
    {
        session::Session customer;
        QString key;
        QString card;
    };
    QCoro::Task<Result<Order>> place(Intention intention, RequestContext context);

    OrderSaga &saga() { return m_saga; }

private:
    // What came of it by now; nothing while that is open.
    static std::optional<Result<Order>> outcomeOf(const Order &order);
    // Nothing when somebody else has begun it meanwhile.
    QCoro::Task<Result<std::optional<Order>>>
    begin(Intention intention, std::optional<Order> before, RequestContext context);
    Result<std::optional<Order>> write(const Order &order);

    assembly::ComponentContext m_context;
    OrderRepository &m_orders;
    OrderLeases &m_leases;
    SwitchedLog m_log;
    CheckoutCalls m_calls;
    OrderSaga m_saga;
};

} // namespace services::shop::orders
