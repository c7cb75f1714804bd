// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "productchanged.h"

#include <services/shop/input/fields.h>

#include <QJsonDocument>

namespace services::shop::events {

using namespace Qt::StringLiterals;
using model::result::failure;

QByteArray toPayload(const ProductChanged &changed)
{
    const QJsonObject payload{{u"id"_s, changed.id},
                              {u"name"_s, changed.name},
                              {u"description"_s, changed.description},
                              {u"category"_s, changed.category},
                              {u"price"_s, qint64{changed.price}},
                              {u"currency"_s, changed.currency},
                              {u"version"_s, qint64{changed.version}}};
    return QJsonDocument(payload).toJson(QJsonDocument::Compact);
}

Result<ProductChanged> productChanged(const QByteArray &payload)
{
    constexpr std::int64_t most = 1'000'000'000'000;
    input::Fields fields(QJsonDocument::fromJson(payload).object());
    ProductChanged changed{.id = fields.text(u"id"_s, {1, 200}),
                           .name = fields.text(u"name"_s, {1, 1000}),
                           .description = fields.text(u"description"_s, {0, 10'000}),
                           .category = fields.text(u"category"_s, {1, 200}),
                           .price = fields.integer(u"price"_s, {0, most}),
                           .currency = fields.text(u"currency"_s, {1, 8}),
                           .version = fields.integer(u"version"_s, {1, most})};
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    return changed;
}

} // namespace services::shop::events
