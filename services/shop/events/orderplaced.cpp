// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orderplaced.h"

#include <services/shop/calendar/calendar.h>
#include <services/shop/input/fields.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace services::shop::events {

using namespace Qt::StringLiterals;
using model::result::failure;

namespace {

constexpr input::Range anyText{0, 1000};
constexpr input::Range anyId{1, 200};
constexpr input::Range anyAmount{0, 1'000'000'000'000};

Result<std::vector<OrderPlaced::Item>> itemsOf(const QJsonObject &payload)
{
    std::vector<OrderPlaced::Item> items;
    for (const auto &value : payload.value(u"items"_s).toArray()) {
        input::Fields fields(value.toObject());
        items.push_back({.product = fields.text(u"product"_s, anyId),
                         .name = fields.text(u"name"_s, anyText),
                         .price = fields.integer(u"price"_s, anyAmount),
                         .quantity = fields.integer(u"quantity"_s, {1, 1'000'000})});
        if (const auto verdict = fields.verdict(); !verdict)
            return failure(verdict.error());
    }
    return items;
}

QJsonArray toJson(const std::vector<OrderPlaced::Item> &items)
{
    QJsonArray array;
    for (const auto &item : items) {
        array.append(QJsonObject{{u"product"_s, item.product},
                                 {u"name"_s, item.name},
                                 {u"price"_s, qint64{item.price}},
                                 {u"quantity"_s, qint64{item.quantity}}});
    }
    return array;
}

} // namespace

QByteArray toPayload(const OrderPlaced &placed)
{
    const QJsonObject payload{
        {u"order"_s, placed.order},         {u"account"_s, placed.account},
        {u"email"_s, placed.email},         {u"name"_s, placed.name},
        {u"total"_s, qint64{placed.total}}, {u"currency"_s, placed.currency},
        {u"items"_s, toJson(placed.items)}, {u"placedAt"_s, calendar::text(placed.placedAt)}};
    return QJsonDocument(payload).toJson(QJsonDocument::Compact);
}

Result<OrderPlaced> orderPlaced(const QByteArray &payload)
{
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    input::Fields fields(object);
    OrderPlaced placed{.order = fields.text(u"order"_s, anyId),
                       .account = fields.text(u"account"_s, anyId),
                       .email = fields.text(u"email"_s, anyText),
                       .name = fields.text(u"name"_s, anyText),
                       .total = fields.integer(u"total"_s, anyAmount),
                       .currency = fields.text(u"currency"_s, {1, 8}),
                       .items = {},
                       .placedAt = {}};
    const auto placedAt = QDateTime::fromString(fields.text(u"placedAt"_s, anyId), Qt::ISODateWithMs);
    if (!placedAt.isValid())
        fields.reject(u"placedAt"_s, u"must be a moment"_s);
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    auto items = itemsOf(object);
    if (!items)
        return failure(items.error());
    placed.items = std::move(*items);
    placed.placedAt = calendar::moment(placedAt.toMSecsSinceEpoch());
    return placed;
}

} // namespace services::shop::events
