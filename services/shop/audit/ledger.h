// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "books.h"

#include <QMultiMap>

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
    QString account;
    bool isOfKnownCart = false; // not made before carts were told apart
};

// Pieces set aside for an order.
struct Held
{
    QString order;
    QString product;
    std::int64_t quantity = 0;
};

// What the stock says of one product.
struct Shelf
{
    std::int64_t available = 0;
    std::int64_t held = 0;
    std::int64_t sold = 0;
    std::int64_t stocked = 0; // ever came in
};

using Times = QMap<QString, int>; // how often something was done, by what it was done for

// What all capabilities have written down. A value.
struct Ledger
{
    QMap<QString, Order> orders;
    QMultiMap<QString, std::int64_t> captured; // amounts of charges, by order
    QMultiMap<QString, Pieces> taken; // by committed reservations, by order
    QList<Held> held; // by reservations that are open
    QMap<QString, Shelf> shelves; // by product
    Times parcels; // by order
    Times confirmations; // mails, by order
    Times notices; // mails that a parcel has left, by order
    Times emptied; // carts, by account: how often an order was taken out
    std::int64_t counted = 0; // pieces which the recommendations have seen sold
    QMap<QString, std::int64_t> versions; // of products, in the catalogue
    QMap<QString, std::int64_t> indexed; // the same in the index
    Effort effort;
    QMultiMap<QString, QString> unpublished; // keys of events in outboxes, by topic
};

// NotFound when a file is missing; what the database says otherwise.
storage::Result<Ledger> readLedger(const BookFiles &files);

} // namespace services::shop::audit
