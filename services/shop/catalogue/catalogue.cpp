// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue.h"

#include "picture.h"
#include "productjson.h"

#include <services/shop/events/productchanged.h>
#include <services/shop/events/publishing.h>

#include <QJsonArray>
#include <QJsonObject>

namespace services::shop::catalogue {

using namespace Qt::StringLiterals;
using contract::failure;

namespace {

QByteArray payloadOf(const Product &product)
{
    return events::toPayload({.id = product.id,
                              .name = product.name,
                              .description = product.description,
                              .category = product.category,
                              .price = product.price,
                              .currency = product.currency,
                              .version = product.version});
}

} // namespace

Catalogue::Catalogue(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_products(m_context.database)
{
    serve(u"GET /products"_s, this, &Catalogue::listProducts);
    serve(u"GET /products/{id}"_s, this, &Catalogue::showProduct);
    serve(u"PUT /products/{id}"_s, this, &Catalogue::putProduct);
    serve(u"GET /products/{id}/picture"_s, this, &Catalogue::showPicture);
}

QCoro::Task<Result<Reply>> Catalogue::listProducts(Request request)
{
    const auto selection = selectionOf(request.query);
    if (!selection)
        co_return failure(selection.error());
    const auto page = m_products.pageAsJson(*selection);
    if (!page)
        co_return failure(page.error());
    co_return Reply::jsonText(*page);
}

QCoro::Task<Result<Reply>> Catalogue::showProduct(Request request)
{
    const auto product = m_products.find(request.path.value(u"id"_s));
    if (!product)
        co_return failure(product.error());
    co_return Reply::json(toJson(*product));
}

QCoro::Task<Result<Reply>> Catalogue::putProduct(Request request)
{
    const auto product = productOf(request);
    if (!product)
        co_return failure(product.error());
    const auto written = write(*product, request);
    if (!written)
        co_return failure(written.error());
    auto reply = Reply::json(toJson(written->product), written->created ? 201 : 200);
    if (written->created)
        reply.location = "/products/" + written->product.id.toUtf8();
    co_return reply;
}

// The change and the news of it are one transaction: neither exists without the other.
Result<ProductRepository::Written> Catalogue::write(const Product &product, const Request &request)
{
    return m_context.database.transaction([&]() -> Result<ProductRepository::Written> {
        auto written = m_products.put(product);
        if (!written)
            return written;
        auto event = events::makeEvent(u"product.changed"_s, product.id, payloadOf(written->product),
                                       m_context.clock.wallTime());
        event.trace = request.context.trace;
        if (const auto appended = m_context.outbox.append(event); !appended)
            return failure(appended.error());
        return written;
    });
}

QCoro::Task<Result<Reply>> Catalogue::showPicture(Request request)
{
    const auto product = m_products.find(request.path.value(u"id"_s));
    if (!product)
        co_return failure(product.error());
    Reply reply;
    reply.mediaType = "image/svg+xml";
    reply.body = drawPicture({product->id, product->name, product->category});
    reply.cacheControl = "public, max-age=600";
    co_return reply;
}

} // namespace services::shop::catalogue
