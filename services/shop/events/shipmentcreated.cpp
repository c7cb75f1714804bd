// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shipmentcreated.h"

#include <services/shop/input/fields.h>

#include <QJsonDocument>

namespace services::shop::events {

using namespace Qt::StringLiterals;
using model::result::failure;

QByteArray toPayload(const ShipmentCreated &created)
{
    const QJsonObject payload{{u"shipment"_s, created.shipment}, {u"order"_s, created.order},
                              {u"account"_s, created.account},   {u"email"_s, created.email},
                              {u"carrier"_s, created.carrier},   {u"tracking"_s, created.tracking}};
    return QJsonDocument(payload).toJson(QJsonDocument::Compact);
}

Result<ShipmentCreated> shipmentCreated(const QByteArray &payload)
{
    constexpr input::Range anyId{1, 200};
    input::Fields fields(QJsonDocument::fromJson(payload).object());
    ShipmentCreated created{.shipment = fields.text(u"shipment"_s, anyId),
                            .order = fields.text(u"order"_s, anyId),
                            .account = fields.text(u"account"_s, anyId),
                            .email = fields.text(u"email"_s, {0, 1000}),
                            .carrier = fields.text(u"carrier"_s, anyId),
                            .tracking = fields.text(u"tracking"_s, anyId)};
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    return created;
}

} // namespace services::shop::events
