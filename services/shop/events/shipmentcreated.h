// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>
#include <services/contract/event.h>

#include <QString>

namespace services::shop::events {

using model::result::Result;

// What shipment.created tells: a parcel has left for the customer. The words that shipping publishes and
// others read; a plain value.
struct ShipmentCreated
{
    QString shipment;
    QString order;
    QString account;
    QString email;
    QString carrier;
    QString tracking;
};

QByteArray toPayload(const ShipmentCreated &created);
// InvalidInput says which field is missing or of the wrong type.
Result<ShipmentCreated> shipmentCreated(const QByteArray &payload);

} // namespace services::shop::events
