// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>
#include <services/contract/event.h>

#include <QString>

#include <vector>

namespace services::shop::events {

using model::result::Result;

// What order.placed tells: an order is paid for and its stock is taken. The words that orders publishes and
// others read; a plain value.
struct OrderPlaced
{
    struct Item
    {
        QString product;
        QString name;
        std::int64_t price = 0; // cents, each
        std::int64_t quantity = 1;
    };

    QString order;
    QString account;
    QString email;
    QString name;
    std::int64_t total = 0; // cents
    QString currency;
    std::vector<Item> items;
    std::chrono::system_clock::time_point placedAt;
};

QByteArray toPayload(const OrderPlaced &placed);
// InvalidInput says which field is missing or of the wrong type.
Result<OrderPlaced> orderPlaced(const QByteArray &payload);

} // namespace services::shop::events
