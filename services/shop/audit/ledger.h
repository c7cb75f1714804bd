// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "books.h"

#include <QMap>
#include <QMultiMap>

#include <chrono>

namespace services::shop::audit {

using Pieces = QMap<QString, std::int64_t>; // by product

struct Order
{
    enum class State
    {
        Unsettled,
        Confirmed,
        Over
    };
    State state = State::Unsettled;
    std::int64_t total = 0;
    Pieces pieces;
};

// Pieces set aside for an order.
struct Held
{
    QString order;
    QString product;
    std::int64_t quantity = 0;
    std::chrono::system_clock::time_point expiresAt;
};

// What the stock says of one product.
struct Shelf
{
    std::int64_t available = 0;
    std::int64_t held = 0;
    std::int64_t sold = 0;
    std::int64_t stocked = 0; // ever came in
};

// What the three capabilities have written down, by order. A value.
struct Ledger
{
    QMap<QString, Order> orders;
    QMultiMap<QString, std::int64_t> captured; // amounts of charges
    QMultiMap<QString, Pieces> taken; // by committed reservations
    QList<Held> held; // by reservations that are open
    QMap<QString, Shelf> shelves; // by product
};

// NotFound when a file is missing; what the database says otherwise.
storage::Result<Ledger> readLedger(const BookFiles &files);

} // namespace services::shop::audit
