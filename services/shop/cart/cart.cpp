// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cart.h"

#include <services/shop/events/orderplaced.h>
#include <services/shop/events/publishing.h>
#include <services/shop/input/fields.h>

#include <QJsonArray>

namespace services::shop::cart {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

namespace {

constexpr input::Range quantities{1, 99};
constexpr std::size_t mostItems = 100; // different products in one cart
constexpr qsizetype longestId = 64; // characters

Result<std::int64_t> quantityOf(const Request &request)
{
    const auto body = input::jsonObject(request);
    if (!body)
        return failure(body.error());
    input::Fields fields(*body);
    const auto quantity = fields.integer(u"quantity"_s, quantities);
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    return quantity;
}

Result<QString> productOf(const Request &request)
{
    const QString product = request.path.value(u"product"_s);
    if (product.isEmpty() || product.size() > longestId)
        return failure(Kind::InvalidInput, u"Name a product"_s, u"product"_s);
    return product;
}

QJsonObject toJson(const std::vector<Item> &items, std::int64_t generation)
{
    QJsonArray list;
    std::int64_t total = 0;
    for (const auto &item : items) {
        total += item.price * item.quantity;
        list.append(QJsonObject{{u"product"_s, item.product},
                                {u"name"_s, item.name},
                                {u"price"_s, qint64{item.price}},
                                {u"quantity"_s, qint64{item.quantity}}});
    }
    return {{u"items"_s, list},
            {u"total"_s, qint64{total}},
            {u"currency"_s, u"EUR"_s},
            {u"generation"_s, qint64{generation}}};
}

} // namespace

Cart::Cart(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_carts(m_context.database)
{
    serve(u"GET /cart"_s, this, &Cart::show);
    serve(u"PUT /cart/items/{product}"_s, this, &Cart::put);
    serve(u"DELETE /cart/items/{product}"_s, this, &Cart::remove);
    consume(u"order.placed"_s, this, &Cart::orderPlaced);
}

QCoro::Task<Result<Reply>> Cart::show(Request request)
{
    const auto session = sessionOf(request);
    if (!session)
        co_return failure(session.error());
    co_return contents(session->account);
}

QCoro::Task<Result<Reply>> Cart::put(Request request)
{
    const auto session = sessionOf(request);
    if (!session)
        co_return failure(session.error());
    const auto product = productOf(request);
    if (!product)
        co_return failure(product.error());
    const auto quantity = quantityOf(request);
    if (!quantity)
        co_return failure(quantity.error());
    auto item = co_await lookUp(*product, request.context);
    if (!item)
        co_return failure(item.error());
    item->quantity = *quantity;
    if (const auto kept = keep(session->account, *item); !kept)
        co_return failure(kept.error());
    co_return contents(session->account);
}

QCoro::Task<Result<Reply>> Cart::remove(Request request)
{
    const auto session = sessionOf(request);
    if (!session)
        co_return failure(session.error());
    const auto product = productOf(request);
    if (!product)
        co_return failure(product.error());
    if (const auto removed = m_carts.remove(session->account, *product); !removed)
        co_return failure(removed.error());
    co_return contents(session->account);
}

QCoro::Task<Result<void>> Cart::orderPlaced(contract::Event event, contract::RequestContext)
{
    const auto placed = events::orderPlaced(event.payload);
    if (!placed)
        co_return failure(placed.error());
    co_return m_context.database.transaction([&]() -> Result<void> {
        const auto isNew = m_context.inbox.remember(event.id, u"cart"_s);
        if (!isNew)
            return failure(isNew.error());
        if (!*isNew)
            return {};
        for (const auto &item : placed->items) {
            if (const auto taken = m_carts.takeOut(placed->account, item.product, item.quantity); !taken)
                return taken;
        }
        return m_carts.beginNextGeneration(placed->account);
    });
}

// The product at today's name and price.
QCoro::Task<Result<Item>> Cart::lookUp(QString product, contract::RequestContext context)
{
    Request question;
    question.endpoint = {{u"catalogue"_s}, u"GET /products/{id}"_s};
    question.path.insert(u"id"_s, product);
    question.context = std::move(context);
    const auto answer = co_await m_context.calls.call(std::move(question));
    if (!answer)
        co_return failure(answer.error());
    input::Fields fields(QJsonDocument::fromJson(answer->body).object());
    const Item item{.product = product,
                    .name = fields.text(u"name"_s, {0, 1000}),
                    .price = fields.integer(u"price"_s, {0, 1'000'000'000})};
    if (const auto verdict = fields.verdict(); !verdict)
        co_return failure(Kind::Internal,
                          u"The catalogue's answer was not understood: "_s + verdict.error().message);
    co_return item;
}

Result<session::Session> Cart::sessionOf(const Request &request) const
{
    return session::verify(request.context.session, m_context.sessionKey, m_context.clock.wallTime());
}

Result<void> Cart::keep(const QString &account, const Item &item)
{
    return m_context.database.transaction([&]() -> Result<void> {
        const auto items = m_carts.items(account);
        if (!items)
            return failure(items.error());
        const bool isThere = std::ranges::count(*items, item.product, &Item::product) > 0;
        if (!isThere && items->size() >= mostItems)
            return failure(Kind::Conflict,
                           u"The cart is full: a cart holds %1 different products"_s.arg(mostItems));
        return m_carts.put(account, item, m_context.clock.wallTime());
    });
}

// The generation first: should an order take something out between the two, its successor is refused once.
// The other way round it could sell the same again.
Result<Reply> Cart::contents(const QString &account) const
{
    const auto generation = m_carts.generation(account);
    if (!generation)
        return failure(generation.error());
    const auto items = m_carts.items(account);
    if (!items)
        return failure(items.error());
    return Reply::json(toJson(*items, *generation));
}

} // namespace services::shop::cart
