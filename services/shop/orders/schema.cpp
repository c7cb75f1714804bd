// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

namespace services::shop::orders {

using namespace Qt::StringLiterals;

// The lines are JSON: nobody asks for one without the others. `worker` and `held_until` are the lease of
// whoever works on an unsettled order. One cart is sold once: an order that is or may be placed shuts out
// another of the same cart; what is unwound does not, so that another card may be tried at once.
std::vector<storage::Migration> migrations()
{
    return {
        {u"orders"_s, 1,
         u"CREATE TABLE orders ("
         "  id TEXT PRIMARY KEY,"
         "  account TEXT NOT NULL,"
         "  email TEXT NOT NULL,"
         "  name TEXT NOT NULL,"
         "  idempotency_key TEXT NOT NULL,"
         "  attempt INTEGER NOT NULL,"
         "  state TEXT NOT NULL CHECK (state IN ('started', 'reserved', 'charged', 'committed', 'confirmed',"
         "    'unwinding', 'refused', 'compensated')),"
         "  total INTEGER NOT NULL CHECK (total >= 0),"
         "  currency TEXT NOT NULL,"
         "  lines TEXT NOT NULL,"
         "  placed_at INTEGER NOT NULL,"
         "  owes_charge INTEGER NOT NULL DEFAULT 0,"
         "  owes_reservation INTEGER NOT NULL DEFAULT 0,"
         "  failure_kind TEXT,"
         "  failure_message TEXT,"
         "  failure_subject TEXT,"
         "  trace BLOB NOT NULL,"
         "  tries INTEGER NOT NULL DEFAULT 0,"
         "  worker TEXT NOT NULL,"
         "  held_until INTEGER NOT NULL,"
         "  UNIQUE (account, idempotency_key)"
         ") WITHOUT ROWID;"
         "CREATE INDEX orders_by_account ON orders (account, placed_at);"
         "CREATE INDEX orders_unsettled ON orders (held_until)"
         "  WHERE state NOT IN ('confirmed', 'refused', 'compensated');"_s},
        {u"orders"_s, 2,
         u"ALTER TABLE orders ADD COLUMN cart_generation INTEGER;"
         "CREATE UNIQUE INDEX orders_one_of_a_cart ON orders (account, cart_generation)"
         "  WHERE state IN ('started', 'reserved', 'charged', 'committed', 'confirmed');"_s}};
}

} // namespace services::shop::orders
