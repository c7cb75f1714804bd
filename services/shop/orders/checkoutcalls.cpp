// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checkoutcalls.h"

#include "orderjson.h"

#include <services/shop/input/fields.h>

#include <QJsonDocument>

#include <limits>

namespace services::shop::orders {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

namespace {

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Request ask(const QString &capability, const QString &operation, RequestContext context)
{
    Request request;
    request.endpoint = {{capability}, operation};
    request.context = std::move(context);
    return request;
}

// A write named by its own key; to an endpoint with an id, the key is the id.
Request
write(const QString &capability, const QString &operation, const QByteArray &key, RequestContext context)
{
    Request request = ask(capability, operation, std::move(context));
    request.path.insert(u"id"_s, QString::fromLatin1(key));
    request.context.idempotencyKey = key;
    return request;
}

Result<Basket> basketOf(const QJsonObject &cart)
{
    input::Fields fields(cart);
    const auto generation = fields.integer(u"generation"_s, {0, std::numeric_limits<std::int64_t>::max()});
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    auto lines = linesOf(cart.value(u"items"_s).toArray());
    if (!lines)
        return failure(lines.error());
    return Basket{.lines = std::move(*lines), .generation = generation};
}

} // namespace

CheckoutCalls::CheckoutCalls(contract::Caller &calls)
    : m_calls(calls)
{
}

QCoro::Task<Result<Basket>> CheckoutCalls::cart(RequestContext context)
{
    auto request = ask(u"cart"_s, u"GET /cart"_s, std::move(context));
    const auto reply = co_await m_calls.call(std::move(request));
    if (!reply)
        co_return failure(reply.error());
    auto basket = basketOf(QJsonDocument::fromJson(reply->body).object());
    if (!basket)
        co_return failure(Kind::Internal,
                          u"The cart's answer was not understood: "_s + basket.error().message);
    co_return basket;
}

QCoro::Task<Result<void>> CheckoutCalls::reserve(Order order, RequestContext context)
{
    auto request = write(u"inventory"_s, u"POST /reservations"_s, order.reservation(), std::move(context));
    request.path.clear();
    QJsonArray items;
    for (const auto &line : order.lines)
        items.append(QJsonObject{{u"product"_s, line.product}, {u"quantity"_s, qint64{line.quantity}}});
    request.body = text({{u"order"_s, order.id}, {u"items"_s, items}});
    auto sent = co_await send(std::move(request));
    co_return sent;
}

QCoro::Task<Result<void>> CheckoutCalls::charge(Order order, QString card, RequestContext context)
{
    auto request = write(u"payments"_s, u"POST /charges"_s, order.charge(), std::move(context));
    request.path.clear();
    request.body = text({{u"order"_s, order.id}, {u"amount"_s, qint64{order.total}}, {u"card"_s, card}});
    auto sent = co_await send(std::move(request));
    co_return sent;
}

QCoro::Task<Result<void>> CheckoutCalls::commit(Order order, RequestContext context)
{
    auto request
        = write(u"inventory"_s, u"POST /reservations/{id}/commit"_s, order.reservation(), std::move(context));
    auto sent = co_await send(std::move(request));
    co_return sent;
}

QCoro::Task<Result<void>> CheckoutCalls::release(Order order, RequestContext context)
{
    auto request
        = write(u"inventory"_s, u"DELETE /reservations/{id}"_s, order.reservation(), std::move(context));
    auto sent = co_await send(std::move(request));
    co_return sent;
}

QCoro::Task<Result<void>> CheckoutCalls::refund(Order order, RequestContext context)
{
    auto request = write(u"payments"_s, u"POST /charges/{id}/refund"_s, order.charge(), std::move(context));
    auto sent = co_await send(std::move(request));
    co_return sent;
}

QCoro::Task<Result<void>> CheckoutCalls::send(Request request)
{
    const auto reply = co_await m_calls.call(std::move(request));
    if (!reply)
        co_return failure(reply.error());
    co_return Result<void>();
}

} // namespace services::shop::orders
