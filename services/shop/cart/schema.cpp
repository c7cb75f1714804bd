// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

#include "cartrepository.h"

#include <services/shop/seed/customer.h>

namespace services::shop::cart {

using namespace Qt::StringLiterals;

std::vector<storage::Migration> migrations()
{
    return {{u"cart"_s, 1,
             u"CREATE TABLE cart_items ("
             "  account TEXT NOT NULL,"
             "  product TEXT NOT NULL,"
             "  name TEXT NOT NULL,"
             "  price INTEGER NOT NULL CHECK (price >= 0),"
             "  quantity INTEGER NOT NULL CHECK (quantity > 0),"
             "  added_at INTEGER NOT NULL,"
             "  PRIMARY KEY (account, product)"
             ") WITHOUT ROWID;"_s},
            {u"cart"_s, 2,
             u"CREATE TABLE cart_generations ("
             "  account TEXT PRIMARY KEY,"
             "  generation INTEGER NOT NULL"
             ") WITHOUT ROWID;"_s}};
}

storage::Result<void> seed(storage::Database &database)
{
    constexpr std::chrono::sys_days opened = std::chrono::year(2026) / 1 / 1;
    CartRepository carts(database);
    return database.transaction([&]() -> storage::Result<void> {
        for (const auto &customer : seed::customers()) {
            for (const auto &[product, quantity] : customer.cart) {
                const Item item{.product = product.id,
                                .name = product.name,
                                .price = product.price,
                                .quantity = quantity};
                if (const auto put = carts.put(customer.id, item, opened); !put)
                    return put;
            }
        }
        return {};
    });
}

} // namespace services::shop::cart
