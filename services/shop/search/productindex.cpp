// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "productindex.h"

#include "matchquery.h"

namespace services::shop::search {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Row;

ProductIndex::ProductIndex(Database &database)
    : m_database(database)
{
}

Result<Findings> ProductIndex::find(const QString &text, int limit) const
{
    const QString query = matchQuery(text);
    if (query.isEmpty())
        return Findings{};
    const auto total
        = m_database.select<std::int64_t>(u"SELECT count(*) FROM search_words WHERE search_words MATCH ?"_s,
                                          {query}, [](const Row &row) { return row.integer(0); });
    if (!total)
        return failure(total.error());
    // A word in the name is worth more than one in the category, and that more than one in the description.
    auto items = m_database.select<IndexedProduct>(
        u"SELECT p.id, p.name, p.description, p.category, p.price, p.currency, p.version"
        " FROM search_words JOIN search_products AS p ON p.number = search_words.rowid"
        " WHERE search_words MATCH ? ORDER BY bm25(search_words, 10.0, 4.0, 1.0), p.id LIMIT ?"_s,
        {query, std::int64_t{limit}}, [](const Row &row) {
            return IndexedProduct{row.text(0),    row.text(1), row.text(2),   row.text(3),
                                  row.integer(4), row.text(5), row.integer(6)};
        });
    if (!items)
        return failure(items.error());
    return Findings{std::move(*items), total->front()};
}

Result<bool> ProductIndex::put(const IndexedProduct &product)
{
    const auto changed = m_database.execute(
        u"INSERT INTO search_products (id, name, description, category, price, currency, version)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
        " description = excluded.description, category = excluded.category, price = excluded.price,"
        " currency = excluded.currency, version = excluded.version WHERE excluded.version > version"_s,
        {product.id, product.name, product.description, product.category, product.price, product.currency,
         product.version});
    if (!changed)
        return failure(changed.error());
    return *changed > 0;
}

} // namespace services::shop::search
