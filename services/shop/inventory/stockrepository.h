// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reservation.h"

#include <services/storage/database.h>

#include <optional>

namespace services::shop::inventory {

using storage::Result;

// How many of each product there are: available, held for orders, sold. No count ever goes below zero. The
// only place with its SQL; changes are called inside a transaction. Thread of its database.
class StockRepository
{
public:
    explicit StockRepository(storage::Database &database);

    // NotFound when there is no such product.
    Result<Stock> find(const QString &product) const;
    Result<void> add(const Stock &stock);
    // Available to held. Conflict when there are too few; its subject is the product.
    Result<void> hold(const Portion &portion);
    // Held to sold.
    Result<void> sell(const Portion &portion);
    // Held to available.
    Result<void> giveBack(const Portion &portion);

private:
    Result<void> change(const QString &sql, const Portion &portion);

    storage::Database &m_database;
};

} // namespace services::shop::inventory
