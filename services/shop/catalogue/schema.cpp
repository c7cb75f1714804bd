// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

#include "productrepository.h"

#include <services/shop/seed/product.h>

namespace services::shop::catalogue {

using namespace Qt::StringLiterals;

namespace {

// How many products each category has, kept by triggers: every page of the shelf shows it, and counting a
// thousand products each time would be most of that page's work.
QString countedCategories()
{
    return u"CREATE TABLE catalogue_categories ("
           "  name TEXT PRIMARY KEY,"
           "  products INTEGER NOT NULL CHECK (products > 0)"
           ") WITHOUT ROWID;"
           "INSERT INTO catalogue_categories"
           "  SELECT category, count(*) FROM catalogue_products GROUP BY category;"
           "CREATE TRIGGER catalogue_product_added AFTER INSERT ON catalogue_products BEGIN"
           "  INSERT INTO catalogue_categories VALUES (new.category, 1)"
           "    ON CONFLICT (name) DO UPDATE SET products = products + 1;"
           "END;"
           "CREATE TRIGGER catalogue_product_moved AFTER UPDATE OF category ON catalogue_products"
           "  WHEN new.category <> old.category BEGIN"
           "  DELETE FROM catalogue_categories WHERE name = old.category AND products = 1;"
           "  UPDATE catalogue_categories SET products = products - 1 WHERE name = old.category;"
           "  INSERT INTO catalogue_categories VALUES (new.category, 1)"
           "    ON CONFLICT (name) DO UPDATE SET products = products + 1;"
           "END;"_s;
}

} // namespace

std::vector<storage::Migration> migrations()
{
    return {{u"catalogue"_s, 1,
             u"CREATE TABLE catalogue_products ("
             "  id TEXT PRIMARY KEY,"
             "  name TEXT NOT NULL,"
             "  description TEXT NOT NULL,"
             "  category TEXT NOT NULL,"
             "  price INTEGER NOT NULL CHECK (price >= 0),"
             "  currency TEXT NOT NULL,"
             "  version INTEGER NOT NULL CHECK (version > 0)"
             ") WITHOUT ROWID;"
             "CREATE INDEX catalogue_products_by_category ON catalogue_products (category, id);"
             "CREATE INDEX catalogue_products_by_name ON catalogue_products (name, id);"
             "CREATE INDEX catalogue_products_by_price ON catalogue_products (price, id);"_s},
            {u"catalogue"_s, 2, countedCategories()}};
}

storage::Result<void> seed(storage::Database &database)
{
    ProductRepository shelf(database);
    return database.transaction([&]() -> storage::Result<void> {
        for (const auto &product : seed::products()) {
            const auto written = shelf.put({.id = product.id,
                                            .name = product.name,
                                            .description = product.description,
                                            .category = product.category,
                                            .price = product.price,
                                            .currency = seed::currency()});
            if (!written)
                return storage::failure(written.error());
        }
        return {};
    });
}

} // namespace services::shop::catalogue
