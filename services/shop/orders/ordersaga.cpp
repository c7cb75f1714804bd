// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ordersaga.h"

#include <services/shop/events/orderplaced.h>
#include <services/shop/events/publishing.h>
#include <services/shop/input/fields.h>

#include <QLoggingCategory>

#include <algorithm>

namespace services::shop::orders {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;
using input::isAway;

Q_LOGGING_CATEGORY(shopOrders, "faultline.shop.orders", QtWarningMsg)

namespace {

constexpr std::chrono::seconds backgroundPatience{5}; // for one call

State endOf(const Error &failed)
{
    return isAway(failed.kind) ? State::Compensated : State::Refused;
}

// Inventory knows products by their ids only; customers know them by name.
Error inCustomersWords(Error error, const Order &order)
{
    const auto line = std::ranges::find(order.lines, error.subject, &Line::product);
    if (line != order.lines.end())
        error.message = line->name + u": "_s + error.message;
    return error;
}

contract::Event newsOf(const Order &order, std::chrono::system_clock::time_point now)
{
    events::OrderPlaced placed{.order = order.id,
                               .account = order.account,
                               .email = order.email,
                               .name = order.name,
                               .total = order.total,
                               .currency = order.currency,
                               .items = {},
                               .placedAt = order.placedAt};
    for (const auto &[product, name, price, quantity] : order.lines)
        placed.items.push_back({.product = product, .name = name, .price = price, .quantity = quantity});
    auto news = events::makeEvent(u"order.placed"_s, order.id, events::toPayload(placed), now);
    news.trace = order.trace;
    return news;
}

} // namespace

OrderSaga::OrderSaga(const assembly::ComponentContext &context, SagaLog &log, OrderLeases &leases)
    : m_context(context)
    , m_calls(m_context.calls)
    , m_log(log)
    , m_compensation(m_context.safeguards)
    , m_leases(leases)
{
}

QCoro::Task<Result<Order>> OrderSaga::place(Order order, QString card, RequestContext context)
{
    const OrderLeases::Hold hold(m_leases, order.id);
    const auto reserved = co_await m_calls.reserve(order, context);
    if (!reserved) {
        const Debts debts{.charge = false, .reservation = isAway(reserved.error().kind)};
        co_return giveUp(order, inCustomersWords(reserved.error(), order), debts);
    }
    order.state = State::Reserved;
    if (const auto written = m_log.advance(order, State::Started); !written)
        co_return failure(written.error());

    const auto charged = co_await m_calls.charge(order, card, context);
    if (!charged) {
        const Debts debts{.charge = isAway(charged.error().kind), .reservation = true};
        co_return giveUp(order, charged.error(), debts);
    }
    order.state = State::Charged;
    if (const auto written = m_log.advance(order, State::Reserved); !written)
        co_return failure(written.error());

    const auto confirmed = co_await carryThrough(order, context);
    if (confirmed || !isAway(confirmed.error().kind))
        co_return confirmed;
    putDown(order, confirmed.error());
    co_return failure(Kind::Unavailable,
                      u"Your order is paid and will be confirmed in a moment: do not order again"_s,
                      order.id);
}

// What is charged is not given up because somebody is away: it is tried again until there is an answer.
QCoro::Task<Result<Order>> OrderSaga::carryThrough(Order order, RequestContext context)
{
    if (order.state == State::Charged) {
        const auto committed = co_await m_calls.commit(order, context);
        if (!committed && isAway(committed.error().kind))
            co_return failure(committed.error());
        if (!committed) {
            const Debts debts{.charge = true, .reservation = true};
            co_return giveUp(order, inCustomersWords(committed.error(), order), debts);
        }
        order.state = State::Committed;
        if (const auto written = m_log.advance(order, State::Charged); !written)
            co_return failure(written.error());
    }
    co_return confirm(order);
}

// The order and the news of it are one transaction: neither exists without the other.
Result<Order> OrderSaga::confirm(Order order)
{
    order.state = State::Confirmed;
    return m_context.database.transaction([&]() -> Result<Order> {
        if (const auto written = m_log.advance(order, State::Committed); !written)
            return failure(written.error());
        const auto announced = m_context.outbox.append(newsOf(order, m_context.clock.wallTime()));
        return announced ? Result<Order>(order) : failure(announced.error());
    });
}

// Answers why; the unwinding goes on in the background, the customer need not wait for it.
Result<Order> OrderSaga::giveUp(Order order, Error error, Debts debts)
{
    if (error.kind == Kind::Cancelled)
        return failure(std::move(error));
    const State from = order.state;
    order.debts = m_compensation.debtsOf(debts);
    order.failure = error;
    order.state = order.debts.isEmpty() ? endOf(error) : State::Unwinding;
    if (const auto written = m_log.advance(order, from); !written)
        return failure(written.error());
    if (!order.debts.isEmpty())
        m_context.scope.spawn(unwind(order));
    return failure(std::move(error));
}

QCoro::Task<> OrderSaga::unwind(Order order)
{
    const OrderLeases::Hold hold(m_leases, order.id);
    const auto done = co_await giveBack(order);
    if (!done)
        putDown(order, done.error());
}

// Each debt on its own: stock goes back on the shelf though payments may be away.
QCoro::Task<Result<void>> OrderSaga::giveBack(Order order)
{
    Result<void> outcome;
    const RequestContext context = background(order);
    if (order.debts.reservation) {
        const auto released = co_await m_calls.release(order, context);
        if (!released && released.error().kind == Kind::Cancelled)
            co_return released;
        order.debts.reservation = !released.has_value();
        if (!released)
            outcome = released;
    }
    if (order.debts.charge) {
        const auto refunded = co_await m_calls.refund(order, context);
        order.debts.charge = !refunded.has_value();
        if (!refunded)
            outcome = refunded;
    }
    if (order.debts.isEmpty())
        order.state = endOf(order.failure.value_or(Error{Kind::Unavailable, {}, {}}));
    if (const auto written = m_log.advance(order, State::Unwinding); !written)
        co_return written;
    co_return outcome;
}

QCoro::Task<> OrderSaga::resume(Order order)
{
    const Error interrupted{
        Kind::Unavailable, u"The shop was interrupted while it placed this order: try again"_s, {}};
    switch (order.state) {
    case State::Started:
        std::ignore = giveUp(order, interrupted, Debts{.charge = false, .reservation = true});
        break;
    case State::Reserved:
        std::ignore = giveUp(order, interrupted, Debts{.charge = true, .reservation = true});
        break;
    case State::Charged:
    case State::Committed:
        co_await resumeForward(order);
        break;
    case State::Unwinding:
        co_await unwind(order);
        break;
    case State::Confirmed:
    case State::Refused:
    case State::Compensated:
        break;
    }
}

QCoro::Task<> OrderSaga::resumeForward(Order order)
{
    const OrderLeases::Hold hold(m_leases, order.id);
    const RequestContext context = background(order);
    const auto confirmed = co_await carryThrough(order, context);
    if (!confirmed && isAway(confirmed.error().kind))
        putDown(order, confirmed.error());
}

// Whatever comes of it, nobody holds the order afterwards: it is taken up again later.
void OrderSaga::putDown(const Order &order, const Error &error)
{
    if (error.kind == Kind::Cancelled)
        return;
    qCInfo(shopOrders).noquote() << "Order" << order.id << "is settled later:" << error.message;
    if (const auto postponed = m_leases.postpone(order);
        !postponed && postponed.error().kind != Kind::Cancelled)
        qCWarning(shopOrders).noquote() << "Order" << order.id << "-" << postponed.error().message;
}

RequestContext OrderSaga::background(const Order &order) const
{
    RequestContext context;
    context.trace = order.trace;
    context.deadline = m_context.clock.now() + backgroundPatience;
    return context;
}

} // namespace services::shop::orders
