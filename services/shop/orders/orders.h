// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "checkout.h"
#include "orderresumption.h"

namespace services::shop::orders {

using contract::Reply;

// Turns a cart into an order: reserves, charges, commits, and says so by order.placed. Made, used and
// destroyed in the thread of its instance. While it is dead nobody can check out; what a crash interrupts is
// settled by the next instance which looks at the database.
class Orders final : public contract::Component
{
public:
    explicit Orders(assembly::ComponentContext context);

private:
    QCoro::Task<Result<Reply>> place(Request request);
    QCoro::Task<Result<Reply>> list(Request request);
    QCoro::Task<Result<Reply>> show(Request request);

    Result<session::Session> sessionOf(const Request &request) const;

    // With the worker's name: one life of this component.
    Orders(assembly::ComponentContext context, const QString &worker);

    assembly::ComponentContext m_context;
    OrderRepository m_orders;
    OrderLeases m_leases;
    Checkout m_checkout;
    OrderResumption m_resumption;
};

} // namespace services::shop::orders
