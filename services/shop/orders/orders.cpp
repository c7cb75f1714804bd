// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orders.h"

#include "orderjson.h"

#include <services/shop/input/fields.h>
#include <services/shop/input/key.h>

#include <QUuid>

namespace services::shop::orders {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

namespace {

Result<QString> cardOf(const Request &request)
{
    const auto body = input::jsonObject(request);
    if (!body)
        return failure(body.error());
    input::Fields fields(*body);
    const QString card = fields.text(u"card"_s, {1, 40});
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    return card;
}

} // namespace

Orders::Orders(assembly::ComponentContext context)
    : Orders(std::move(context), QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Orders::Orders(assembly::ComponentContext context, const QString &worker)
    : m_context(std::move(context))
    , m_orders(m_context.database, worker)
    , m_leases(m_context.database, m_context.clock, worker)
    , m_checkout(m_context, m_orders, m_leases)
    , m_resumption(m_context, {m_orders, m_leases, m_checkout.saga()})
{
    serve(u"POST /orders"_s, this, &Orders::place);
    serve(u"GET /orders"_s, this, &Orders::list);
    serve(u"GET /orders/{id}"_s, this, &Orders::show);
    m_context.scope.spawn(m_resumption.watch());
}

QCoro::Task<Result<Reply>> Orders::place(Request request)
{
    const auto session = sessionOf(request);
    if (!session)
        co_return failure(session.error());
    const auto key = input::idempotencyKey(request);
    if (!key)
        co_return failure(key.error());
    const auto card = cardOf(request);
    if (!card)
        co_return failure(card.error());
    Checkout::Intention intention{.customer = *session, .key = *key, .card = *card};
    const auto order = co_await m_checkout.place(std::move(intention), request.context);
    if (!order)
        co_return failure(order.error());
    auto reply = Reply::json(toJson(*order), 201);
    reply.location = "/orders/" + order->id.toLatin1();
    co_return reply;
}

QCoro::Task<Result<Reply>> Orders::list(Request request)
{
    const auto session = sessionOf(request);
    if (!session)
        co_return failure(session.error());
    const auto orders = m_orders.list(session->account);
    if (!orders)
        co_return failure(orders.error());
    QJsonArray items;
    for (const auto &order : *orders)
        items.append(toJson(order));
    co_return Reply::json(QJsonObject{{u"items"_s, items}});
}

QCoro::Task<Result<Reply>> Orders::show(Request request)
{
    const auto session = sessionOf(request);
    if (!session)
        co_return failure(session.error());
    const QString id = request.path.value(u"id"_s);
    const auto order = m_orders.find(id);
    if (!order)
        co_return failure(order.error());
    if (order->account != session->account) // nobody learns that it exists
        co_return failure(Kind::NotFound, u"There is no such order"_s, id);
    co_return Reply::json(toJson(*order));
}

Result<session::Session> Orders::sessionOf(const Request &request) const
{
    return session::verify(request.context.session, m_context.sessionKey, m_context.clock.wallTime());
}

} // namespace services::shop::orders
