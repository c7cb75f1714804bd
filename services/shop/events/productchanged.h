// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>
#include <services/contract/event.h>

#include <QString>

namespace services::shop::events {

using model::result::Result;

// What product.changed tells: how a product is from now on. The words that the catalogue publishes and others
// read; a plain value.
struct ProductChanged
{
    QString id;
    QString name;
    QString description;
    QString category;
    std::int64_t price = 0; // cents
    QString currency;
    std::int64_t version = 0; // grows by one with each change: a message with a lower one came late
};

QByteArray toPayload(const ProductChanged &changed);
// InvalidInput says which field is missing or of the wrong type.
Result<ProductChanged> productChanged(const QByteArray &payload);

} // namespace services::shop::events
