// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

namespace services::shop::shipping {

using namespace Qt::StringLiterals;

// That an order is sent once is the inbox's business alone.
std::vector<storage::Migration> migrations()
{
    return {{u"shipping"_s, 1,
             u"CREATE TABLE shipping_shipments ("
             "  id TEXT PRIMARY KEY,"
             "  order_id TEXT NOT NULL UNIQUE,"
             "  account TEXT NOT NULL,"
             "  carrier TEXT NOT NULL,"
             "  tracking TEXT NOT NULL,"
             "  created_at INTEGER NOT NULL"
             ") WITHOUT ROWID;"
             "CREATE INDEX shipping_shipments_by_account ON shipping_shipments (account, created_at);"_s},
            {u"shipping"_s, 2,
             u"ALTER TABLE shipping_shipments RENAME TO shipping_shipments_1;"
             "CREATE TABLE shipping_shipments ("
             "  id TEXT PRIMARY KEY,"
             "  order_id TEXT NOT NULL,"
             "  account TEXT NOT NULL,"
             "  carrier TEXT NOT NULL,"
             "  tracking TEXT NOT NULL,"
             "  created_at INTEGER NOT NULL"
             ") WITHOUT ROWID;"
             "INSERT INTO shipping_shipments SELECT id, order_id, account, carrier, tracking, created_at"
             "  FROM shipping_shipments_1;"
             "DROP TABLE shipping_shipments_1;"
             "CREATE INDEX shipping_shipments_by_account ON shipping_shipments (account, created_at);"_s}};
}

} // namespace services::shop::shipping
