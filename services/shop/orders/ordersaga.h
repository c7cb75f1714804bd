// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "checkoutcalls.h"
#include "compensation.h"
#include "orderleases.h"
#include "sagalog.h"

#include <services/assembly/componentfactory.h>

namespace services::shop::orders {

// Takes an order through its steps (see order.h), each written down before the next begins: the saga of
// https://microservices.io/patterns/data/saga.html, with the charge as the step after which it goes forward
// only. What fails before is unwound in the background; what an instance leaves unfinished another resumes.
// Owned by Orders, in the thread of its instance. After Cancelled it does nothing more: the log speaks.
class OrderSaga
{
public:
    OrderSaga(const assembly::ComponentContext &context, SagaLog &log, OrderLeases &leases);

    // From `started` on; the card is known only here and never kept. An error says why there is no order, or
    // (Unavailable) that it is paid and will be confirmed later.
    QCoro::Task<Result<Order>> place(Order order, QString card, RequestContext context);
    // Settles an order, held by this worker, that was left in any state.
    QCoro::Task<> resume(Order order);

private:
    QCoro::Task<Result<Order>> carryThrough(Order order, RequestContext context);
    Result<Order> confirm(Order order);
    Result<Order> giveUp(Order order, Error error, Debts debts);
    QCoro::Task<> unwind(Order order);
    QCoro::Task<Result<void>> giveBack(Order order);
    QCoro::Task<> resumeForward(Order order);
    void putDown(const Order &order, const Error &error);
    RequestContext background(const Order &order) const;

    assembly::ComponentContext m_context;
    CheckoutCalls m_calls;
    SagaLog &m_log;
    Compensation m_compensation;
    OrderLeases &m_leases;
};

} // namespace services::shop::orders
