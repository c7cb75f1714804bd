// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

namespace services::shop::shipping {

using namespace Qt::StringLiterals;

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
             "CREATE INDEX shipping_shipments_by_account ON shipping_shipments (account, created_at);"_s}};
}

} // namespace services::shop::shipping
