// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orderjson.h"

#include <services/shop/calendar/calendar.h>
#include <services/shop/input/fields.h>

namespace services::shop::orders {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Result;

QJsonObject toJson(const Order &order)
{
    QJsonObject object{{u"id"_s, order.id},
                       {u"state"_s, word(order.state)},
                       {u"total"_s, qint64{order.total}},
                       {u"currency"_s, order.currency},
                       {u"items"_s, toJson(order.lines)},
                       {u"placedAt"_s, calendar::text(order.placedAt)}};
    if (order.cartGeneration)
        object.insert(u"cartGeneration"_s, qint64{*order.cartGeneration});
    if (order.failure)
        object.insert(u"reason"_s, order.failure->message);
    return object;
}

QJsonArray toJson(const std::vector<Line> &lines)
{
    QJsonArray array;
    for (const auto &line : lines) {
        array.append(QJsonObject{{u"product"_s, line.product},
                                 {u"name"_s, line.name},
                                 {u"price"_s, qint64{line.price}},
                                 {u"quantity"_s, qint64{line.quantity}}});
    }
    return array;
}

Result<std::vector<Line>> linesOf(const QJsonArray &items)
{
    std::vector<Line> lines;
    for (const auto &item : items) {
        input::Fields fields(item.toObject());
        lines.push_back({.product = fields.text(u"product"_s, {1, 100}),
                         .name = fields.text(u"name"_s, {0, 1000}),
                         .price = fields.integer(u"price"_s, {0, 1'000'000'000}),
                         .quantity = fields.integer(u"quantity"_s, {1, 1'000'000})});
        if (const auto verdict = fields.verdict(); !verdict)
            return failure(verdict.error());
    }
    return lines;
}

} // namespace services::shop::orders
