// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checkout.h"

#include <services/shop/input/fields.h>
#include <services/waiting/pending.h>

#include <QUuid>

#include <algorithm>

namespace services::shop::orders {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

namespace {

constexpr std::chrono::seconds patience{5}; // with whoever works on the order
constexpr std::chrono::milliseconds pause{50};

std::int64_t totalOf(const std::vector<Line> &lines)
{
    std::int64_t total = 0;
    for (const auto &line : lines)
        total += line.price * line.quantity;
    return total;
}

Error stillPlaced(const Order &order)
{
    return {Kind::Unavailable, u"This order is still being placed: ask again in a moment"_s, order.id};
}

} // namespace

Checkout::Checkout(const assembly::ComponentContext &context, OrderRepository &orders, OrderLeases &leases)
    : m_context(context)
    , m_orders(orders)
    , m_leases(leases)
    , m_log(orders, m_context.safeguards)
    , m_calls(m_context.calls)
    , m_saga(m_context, m_log, leases)
{
}

QCoro::Task<Result<Order>> Checkout::place(Intention intention, RequestContext context)
{
    const auto end = std::min(context.deadline, m_context.clock.now() + patience);
    bool wasTaken = false;
    for (;;) {
        auto known = m_orders.findByKey(intention.customer.account, intention.key);
        if (!known)
            co_return failure(known.error());
        if (!known->has_value() || (*known)->state == State::Compensated) {
            const auto begun = co_await begin(intention, *known, context);
            if (!begun)
                co_return failure(begun.error());
            if (!begun->has_value())
                continue;
            auto placed = co_await m_saga.place(**begun, intention.card, context);
            co_return placed;
        }
        if (auto outcome = outcomeOf(**known))
            co_return std::move(*outcome);
        if (wasTaken || m_context.clock.now() >= end)
            co_return failure((*known)->failure.value_or(stillPlaced(**known)));
        const auto taken = m_leases.take(**known);
        if (!taken)
            co_return failure(taken.error());
        wasTaken = *taken;
        if (wasTaken) {
            co_await m_saga.resume(std::move(**known));
            continue;
        }
        const auto slept = co_await waiting::sleepFor(m_context.scope, m_context.timers, pause);
        if (!slept)
            co_return failure(slept.error());
    }
}

// What is unwound because somebody was away is open: once it is, the same key begins anew.
std::optional<Result<Order>> Checkout::outcomeOf(const Order &order)
{
    if (order.state == State::Confirmed)
        return Result<Order>(order);
    if (order.failure && (order.state == State::Refused || !input::isAway(order.failure->kind)))
        return Result<Order>(failure(*order.failure));
    return std::nullopt;
}

QCoro::Task<Result<std::optional<Order>>>
Checkout::begin(Intention intention, std::optional<Order> before, RequestContext context)
{
    auto basket = co_await m_calls.cart(context);
    if (!basket)
        co_return failure(basket.error());
    if (basket->lines.empty())
        co_return failure(Kind::Conflict, u"Your cart is empty: put something into it first"_s, u"/cart"_s);
    const Order order{.id
                      = before ? before->id : u"o-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces),
                      .account = intention.customer.account,
                      .email = intention.customer.email,
                      .name = intention.customer.name,
                      .key = intention.key,
                      .cartGeneration = basket->generation,
                      .attempt = before ? before->attempt + 1 : 1,
                      .state = State::Started,
                      .total = totalOf(basket->lines),
                      .currency = u"EUR"_s,
                      .lines = std::move(basket->lines),
                      .placedAt = m_context.clock.wallTime(),
                      .debts = {},
                      .failure = std::nullopt,
                      .trace = context.trace};
    co_return write(order);
}

Result<std::optional<Order>> Checkout::write(const Order &order)
{
    const auto written
        = order.attempt == 1 ? m_log.add(order, m_leases.newEnd()) : m_log.tryAgain(order, m_leases.newEnd());
    if (written)
        return order;
    if (written.error().kind != Kind::Conflict)
        return failure(written.error());
    const auto other = m_orders.findOfCart(order.account, order.cartGeneration.value_or(0));
    if (!other)
        return failure(other.error());
    if (*other && (*other)->key != order.key)
        return failure(
            Kind::Conflict,
            u"You have ordered this cart already, as order %1: look at your orders"_s.arg((*other)->id),
            (*other)->id);
    return std::nullopt;
}

} // namespace services::shop::orders
