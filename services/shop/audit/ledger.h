// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "books.h"

#include <QMap>
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
};

// What the three capabilities have written down, by order. A value.
struct Ledger
{
    QMap<QString, Order> orders;
    QMultiMap<QString, std::int64_t> captured; // amounts of charges
    QMultiMap<QString, Pieces> taken; // by committed reservations
    QStringList held; // orders for which stock is held
    Pieces sold; // as the stock counts it
};

// NotFound when a file is missing; what the database says otherwise.
storage::Result<Ledger> readLedger(const BookFiles &files);

} // namespace services::shop::audit
