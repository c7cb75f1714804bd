// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

namespace services::shop::payments {

using namespace Qt::StringLiterals;

std::vector<storage::Migration> migrations()
{
    return {{u"payments"_s, 1,
             u"CREATE TABLE payments_charges ("
             "  id TEXT PRIMARY KEY,"
             "  order_id TEXT NOT NULL,"
             "  amount INTEGER NOT NULL CHECK (amount >= 0),"
             "  currency TEXT NOT NULL,"
             "  last_digits TEXT NOT NULL,"
             "  card_salt BLOB NOT NULL,"
             "  card_digest BLOB NOT NULL,"
             "  state TEXT NOT NULL CHECK (state IN ('captured', 'declined', 'refunded', 'cancelled')),"
             "  reason TEXT NOT NULL,"
             "  created_at INTEGER NOT NULL"
             ") WITHOUT ROWID;"
             "CREATE INDEX payments_charges_by_order ON payments_charges (order_id);"_s}};
}

} // namespace services::shop::payments
