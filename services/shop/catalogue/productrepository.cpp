// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "productrepository.h"

#include <QStringList>

namespace services::shop::catalogue {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Kind;
using storage::Row;
using storage::Values;

namespace {

Product productIn(const Row &row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4), row.text(5), row.integer(6)};
}

std::int64_t countOf(const Row &row)
{
    return row.integer(0);
}

struct Condition
{
    QString where;
    Values values;
};

// Only what is asked for, so that a plain page is read straight from an index.
Condition conditionOf(const Selection &selection)
{
    QStringList clauses;
    Values values;
    const auto add = [&](const QString &clause, const storage::Value &value) {
        clauses.append(clause);
        values.push_back(value);
    };
    if (!selection.category.isEmpty())
        add(u"category = ?"_s, selection.category);
    if (selection.lowestPrice > 0)
        add(u"price >= ?"_s, selection.lowestPrice);
    if (selection.highestPrice)
        add(u"price <= ?"_s, *selection.highestPrice);
    return {clauses.isEmpty() ? QString() : u" WHERE "_s + clauses.join(u" AND "_s), values};
}

// Each order ends with the id, so that no product is on two pages.
QString orderBy(Order order)
{
    switch (order) {
    case Order::Name:
        return u" ORDER BY name, id"_s;
    case Order::PriceUp:
        return u" ORDER BY price, id"_s;
    case Order::PriceDown:
        return u" ORDER BY price DESC, id"_s;
    case Order::Shelf:
        break;
    }
    return u" ORDER BY id"_s;
}

QString countWhere(const QString &condition)
{
    if (condition.isEmpty())
        return u"SELECT coalesce(sum(products), 0) FROM catalogue_categories"_s;
    return u"SELECT count(*) FROM catalogue_products"_s + condition;
}

QString selectProduct()
{
    return u"SELECT id, name, description, category, price, currency, version FROM catalogue_products"_s;
}

} // namespace

ProductRepository::ProductRepository(Database &database)
    : m_database(database)
{
}

Result<QByteArray> ProductRepository::pageAsJson(const Selection &selection) const
{
    const auto condition = conditionOf(selection);
    Values values = condition.values;
    values.emplace_back(std::int64_t{selection.page});
    values.emplace_back(std::int64_t{selection.size});
    values.insert(values.end(), condition.values.begin(), condition.values.end());
    values.emplace_back(std::int64_t{selection.size});
    values.emplace_back((std::int64_t{selection.page} - 1) * selection.size);
    const auto page = m_database.select<QByteArray>(
        u"SELECT json_object('items', json_group_array(json_object('id', id, 'name', name, 'price', price,"
        " 'currency', currency, 'category', category)), 'total', ("_s
            + countWhere(condition.where)
            + u"), 'page', ?, 'size', ?, 'categories', json(("
              "SELECT json_group_array(json_object('name', name, 'products', products))"
              " FROM (SELECT name, products FROM catalogue_categories ORDER BY name))))"
              " FROM (SELECT id, name, price, currency, category FROM catalogue_products"_s
            + condition.where + orderBy(selection.order) + u" LIMIT ? OFFSET ?)"_s,
        values, [](const Row &row) { return row.bytes(0); });
    if (!page)
        return failure(page.error());
    return page->front();
}

Result<Product> ProductRepository::find(const QString &id) const
{
    const auto found = m_database.select<Product>(selectProduct() + u" WHERE id = ?"_s, {id}, productIn);
    if (!found)
        return failure(found.error());
    if (found->empty())
        return failure(Kind::NotFound, u"There is no product %1"_s.arg(id), id);
    return found->front();
}

Result<ProductRepository::Written> ProductRepository::put(Product product)
{
    const auto present = m_database.select<std::int64_t>(
        u"SELECT version FROM catalogue_products WHERE id = ?"_s, {product.id}, countOf);
    if (!present)
        return failure(present.error());
    const std::int64_t version = present->empty() ? 0 : present->front();
    if (product.version != 0 && product.version != version)
        return failure(Kind::Conflict, u"The product has changed meanwhile: its version is %1"_s.arg(version),
                       u"/version"_s);
    product.version = version + 1;
    const auto written = m_database.execute(
        u"INSERT INTO catalogue_products (id, name, description, category, price, currency, version)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
        " description = excluded.description, category = excluded.category, price = excluded.price,"
        " currency = excluded.currency, version = excluded.version"_s,
        {product.id, product.name, product.description, product.category, product.price, product.currency,
         product.version});
    if (!written)
        return failure(written.error());
    return Written{std::move(product), version == 0};
}

} // namespace services::shop::catalogue
