// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "productjson.h"

#include <services/shop/input/fields.h>
#include <services/shop/seed/product.h>

#include <algorithm>

namespace services::shop::catalogue {

using namespace Qt::StringLiterals;
using input::number;
using storage::failure;
using storage::Kind;

namespace {

constexpr std::int64_t highestPrice = 100'000'000; // cents
constexpr std::int64_t lastPage = 1'000'000;
constexpr std::int64_t latestVersion = 1'000'000'000;
constexpr std::int64_t largestPage = 100; // products

Result<Order> orderOf(const QString &word)
{
    if (word.isEmpty())
        return Order::Shelf;
    if (word == u"name")
        return Order::Name;
    if (word == u"price")
        return Order::PriceUp;
    if (word == u"-price")
        return Order::PriceDown;
    return failure(Kind::InvalidInput, u"sort must be name, price or -price"_s, u"sort"_s);
}

bool isProductId(const QString &id)
{
    const auto allowed
        = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !id.isEmpty() && id.size() <= 64 && !id.startsWith(u'-')
        && std::all_of(id.begin(), id.end(), allowed);
}

} // namespace

QJsonObject toJson(const Product &product)
{
    return {{u"id"_s, product.id},
            {u"name"_s, product.name},
            {u"price"_s, static_cast<qint64>(product.price)},
            {u"currency"_s, product.currency},
            {u"category"_s, product.category},
            {u"description"_s, product.description},
            {u"version"_s, static_cast<qint64>(product.version)}};
}

Result<Selection> selectionOf(const contract::Parameters &query)
{
    const auto page = number(query, u"page"_s, {1, lastPage}, 1);
    if (!page)
        return failure(page.error());
    const auto size = number(query, u"size"_s, {1, largestPage}, 24);
    if (!size)
        return failure(size.error());
    const auto lowest = number(query, u"minPrice"_s, {0, highestPrice}, 0);
    if (!lowest)
        return failure(lowest.error());
    const auto highest = number(query, u"maxPrice"_s, {0, highestPrice}, highestPrice);
    if (!highest)
        return failure(highest.error());
    const auto order = orderOf(query.value(u"sort"_s));
    if (!order)
        return failure(order.error());
    return Selection{.category = query.value(u"category"_s),
                     .lowestPrice = *lowest,
                     .highestPrice = query.contains(u"maxPrice"_s) ? std::optional(*highest) : std::nullopt,
                     .order = *order,
                     .page = static_cast<int>(*page),
                     .size = static_cast<int>(*size)};
}

Result<Product> productOf(const contract::Request &request)
{
    const auto body = input::jsonObject(request);
    if (!body)
        return failure(body.error());
    input::Fields fields(*body);
    Product product;
    product.id = request.path.value(u"id"_s);
    product.name = fields.text(u"name"_s, {1, 120});
    product.description = fields.text(u"description"_s, {0, 2000});
    product.category = fields.text(u"category"_s, {1, 60});
    product.price = fields.integer(u"price"_s, {0, highestPrice});
    product.currency = fields.optionalText(u"currency"_s, {3, 3}).value_or(seed::currency());
    product.version = fields.optionalInteger(u"version"_s, {0, latestVersion}).value_or(0);
    if (product.currency != seed::currency())
        fields.reject(u"currency"_s, u"must be %1"_s.arg(seed::currency()));
    if (!isProductId(product.id))
        fields.reject(u"id"_s, u"must be 1 to 64 of a-z, 0-9 and -"_s);
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    return product;
}

} // namespace services::shop::catalogue
