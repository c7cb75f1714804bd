// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

namespace services::shop::orders {

using namespace Qt::StringLiterals;

namespace {

const auto logging
    = u"INSERT INTO orders_log (order_id, at, attempt, state, owes_charge, owes_reservation, failure_message,"
      " tries, worker) VALUES (NEW.id, CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER),"
      " NEW.attempt, NEW.state, NEW.owes_charge, NEW.owes_reservation, coalesce(NEW.failure_message, ''),"
      " NEW.tries, NEW.worker)"_s;

} // namespace

// The lines are JSON: nobody asks for one without the others. `worker` and `held_until` are the lease of
// whoever works on an unsettled order. One cart is sold once: an order that is or may be placed shuts out
// another of the same cart; what is unwound does not, so that another card may be tried at once.
//
// `orders_log` is the saga's log: the database itself adds to it whenever an order takes a step or changes
// hands, in the transaction that does so. Its time is the real one, whatever the shop's clock says.
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
         "  WHERE state IN ('started', 'reserved', 'charged', 'committed', 'confirmed');"_s},
        {u"orders.log"_s, 1,
         u"CREATE TABLE orders_log ("
         "  number INTEGER PRIMARY KEY,"
         "  order_id TEXT NOT NULL,"
         "  at INTEGER NOT NULL,"
         "  attempt INTEGER NOT NULL,"
         "  state TEXT NOT NULL,"
         "  owes_charge INTEGER NOT NULL,"
         "  owes_reservation INTEGER NOT NULL,"
         "  failure_message TEXT NOT NULL,"
         "  tries INTEGER NOT NULL,"
         "  worker TEXT NOT NULL);"
         "CREATE INDEX orders_log_by_order ON orders_log (order_id);"
         "CREATE INDEX orders_by_time ON orders (placed_at);"
         "CREATE TRIGGER orders_begun AFTER INSERT ON orders BEGIN %1; END;"
         "CREATE TRIGGER orders_taken_on AFTER UPDATE ON orders"
         "  WHEN NEW.state <> OLD.state OR NEW.attempt <> OLD.attempt OR NEW.worker <> OLD.worker"
         "    OR NEW.tries <> OLD.tries OR NEW.owes_charge <> OLD.owes_charge"
         "    OR NEW.owes_reservation <> OLD.owes_reservation"
         "  BEGIN %1; END;"_s.arg(logging)}};
}

} // namespace services::shop::orders
