// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

#include <services/shop/seed/product.h>

namespace services::shop::recommendations {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t mostOnTheFirstDay = 12; // pieces of one product; of the next best one less

} // namespace

std::vector<storage::Migration> migrations()
{
    return {{u"recommendations"_s, 1,
             u"CREATE TABLE recommendations_products ("
             "  id TEXT PRIMARY KEY,"
             "  name TEXT NOT NULL,"
             "  price INTEGER NOT NULL,"
             "  currency TEXT NOT NULL,"
             "  sold INTEGER NOT NULL"
             ") WITHOUT ROWID;"
             "CREATE INDEX recommendations_products_by_sold ON recommendations_products (sold DESC, id);"
             "CREATE TABLE recommendations_pairs ("
             "  product TEXT NOT NULL,"
             "  other TEXT NOT NULL,"
             "  orders INTEGER NOT NULL,"
             "  PRIMARY KEY (product, other)"
             ") WITHOUT ROWID;"_s}};
}

// The first day's best sellers count as sold a little, so that real sales soon overtake them.
storage::Result<void> seed(storage::Database &database)
{
    return database.transaction([&]() -> storage::Result<void> {
        std::int64_t sold = mostOnTheFirstDay;
        for (const auto &product : seed::bestSellers()) {
            const auto added = database.execute(
                u"INSERT INTO recommendations_products (id, name, price, currency, sold) VALUES (?, ?, ?, ?, ?)"_s,
                {product.id, product.name, product.price, seed::currency(), sold--});
            if (!added)
                return storage::failure(added.error());
        }
        return {};
    });
}

std::int64_t soldOnTheFirstDay()
{
    std::int64_t all = 0;
    std::int64_t sold = mostOnTheFirstDay;
    for (auto products = seed::bestSellers().size(); products > 0; --products)
        all += sold--;
    return all;
}

} // namespace services::shop::recommendations
