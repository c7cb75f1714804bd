// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

#include "productindex.h"

#include <services/shop/seed/product.h>

namespace services::shop::search {

using namespace Qt::StringLiterals;

// An FTS5 table with external content (https://sqlite.org/fts5.html#external_content_tables): the triggers
// keep it in step with the rows it indexes.
std::vector<storage::Migration> migrations()
{
    return {{u"search"_s, 1,
             u"CREATE TABLE search_products ("
             "  number INTEGER PRIMARY KEY,"
             "  id TEXT NOT NULL UNIQUE,"
             "  name TEXT NOT NULL,"
             "  description TEXT NOT NULL,"
             "  category TEXT NOT NULL,"
             "  price INTEGER NOT NULL,"
             "  currency TEXT NOT NULL,"
             "  version INTEGER NOT NULL"
             ");"
             "CREATE VIRTUAL TABLE search_words USING fts5 (name, category, description,"
             "  content = 'search_products', content_rowid = 'number',"
             "  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');"
             "CREATE TRIGGER search_product_added AFTER INSERT ON search_products BEGIN"
             "  INSERT INTO search_words (rowid, name, category, description)"
             "    VALUES (new.number, new.name, new.category, new.description);"
             "END;"
             "CREATE TRIGGER search_product_changed AFTER UPDATE ON search_products BEGIN"
             "  INSERT INTO search_words (search_words, rowid, name, category, description)"
             "    VALUES ('delete', old.number, old.name, old.category, old.description);"
             "  INSERT INTO search_words (rowid, name, category, description)"
             "    VALUES (new.number, new.name, new.category, new.description);"
             "END;"_s}};
}

storage::Result<void> seed(storage::Database &database)
{
    ProductIndex index(database);
    return database.transaction([&]() -> storage::Result<void> {
        for (const auto &product : seed::products()) {
            const auto added = index.put({product.id, product.name, product.description, product.category,
                                          product.price, seed::currency(), 1});
            if (!added)
                return storage::failure(added.error());
        }
        return {};
    });
}

} // namespace services::shop::search
