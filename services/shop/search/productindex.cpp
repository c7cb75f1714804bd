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

Result<QByteArray> ProductIndex::findAsJson(const QString &text, int limit) const
{
    const QString query = matchQuery(text);
    if (query.isEmpty())
        return QByteArray(R"({"items":[],"total":0})");
    // A word in the name is worth more than one in the category, and that more than one in the description.
    // Ranked before anything else is read: most of what is found is not shown.
    const auto found = m_database.select<QByteArray>(
        u"WITH hits AS MATERIALIZED (SELECT rowid AS number, bm25(search_words, 10.0, 4.0, 1.0) AS score"
        "   FROM search_words WHERE search_words MATCH ?),"
        " shown AS (SELECT number, score FROM hits ORDER BY score, number LIMIT ?)"
        " SELECT json_object('items', json_group_array(json_object('id', id, 'name', name, 'price', price,"
        "   'currency', currency, 'category', category)), 'total', (SELECT count(*) FROM hits))"
        " FROM (SELECT p.id, p.name, p.price, p.currency, p.category"
        "   FROM shown JOIN search_products AS p USING (number) ORDER BY shown.score, shown.number)"_s,
        {query, std::int64_t{limit}}, [](const Row &row) { return row.bytes(0); });
    if (!found)
        return failure(found.error());
    return found->front();
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
