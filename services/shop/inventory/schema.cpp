// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

#include "stockrepository.h"

#include <services/shop/seed/product.h>

namespace services::shop::inventory {

using namespace Qt::StringLiterals;

namespace {

// So many that days of shoppers do not empty a shelf; a scenario that wants one empty says so.
constexpr std::int64_t firstStock = 1'000'000;

} // namespace

// `stocked` is how many ever came in: what an audit compares the other three with. Nothing changes it later.
std::vector<storage::Migration> migrations()
{
    return {{u"inventory"_s, 1,
             u"CREATE TABLE inventory_stock ("
             "  product TEXT PRIMARY KEY,"
             "  available INTEGER NOT NULL CHECK (available >= 0),"
             "  held INTEGER NOT NULL CHECK (held >= 0),"
             "  sold INTEGER NOT NULL CHECK (sold >= 0)"
             ") WITHOUT ROWID;"
             "CREATE TABLE inventory_reservations ("
             "  id TEXT PRIMARY KEY,"
             "  order_id TEXT NOT NULL,"
             "  state TEXT NOT NULL CHECK (state IN ('held', 'committed', 'released', 'expired')),"
             "  expires_at INTEGER NOT NULL"
             ") WITHOUT ROWID;"
             "CREATE INDEX inventory_reservations_held ON inventory_reservations (expires_at) WHERE state = "
             "'held';"
             "CREATE TABLE inventory_reservation_items ("
             "  reservation TEXT NOT NULL REFERENCES inventory_reservations (id),"
             "  product TEXT NOT NULL REFERENCES inventory_stock (product),"
             "  quantity INTEGER NOT NULL CHECK (quantity > 0),"
             "  PRIMARY KEY (reservation, product)"
             ") WITHOUT ROWID;"_s},
            {u"inventory"_s, 2,
             u"ALTER TABLE inventory_stock ADD COLUMN stocked INTEGER NOT NULL DEFAULT 0;"
             "UPDATE inventory_stock SET stocked = available + held + sold;"_s}};
}

storage::Result<void> seed(storage::Database &database)
{
    StockRepository stock(database);
    return database.transaction([&]() -> storage::Result<void> {
        for (const auto &product : seed::products()) {
            if (const auto added = stock.add({.product = product.id, .available = firstStock}); !added)
                return added;
        }
        return {};
    });
}

} // namespace services::shop::inventory
