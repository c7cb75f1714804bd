// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stockrepository.h"

namespace services::shop::inventory {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Kind;
using storage::Row;

StockRepository::StockRepository(storage::Database &database)
    : m_database(database)
{
}

Result<Stock> StockRepository::find(const QString &product) const
{
    const auto found = m_database.select<Stock>(
        u"SELECT product, available, held, sold FROM inventory_stock WHERE product = ?"_s, {product},
        [](const Row &row) {
            return Stock{.product = row.text(0),
                         .available = row.integer(1),
                         .held = row.integer(2),
                         .sold = row.integer(3)};
        });
    if (!found)
        return failure(found.error());
    if (found->empty())
        return failure(Kind::NotFound, u"There is no such product in stock"_s, product);
    return found->front();
}

Result<void> StockRepository::add(const Stock &stock)
{
    const auto added = m_database.execute(
        u"INSERT INTO inventory_stock (product, available, held, sold, stocked) VALUES (?, ?, ?, ?, ?)"_s,
        {stock.product, stock.available, stock.held, stock.sold, stock.available + stock.held + stock.sold});
    return added ? Result<void>() : failure(added.error());
}

Result<void> StockRepository::hold(const Portion &portion)
{
    const auto stock = find(portion.product);
    if (!stock)
        return failure(stock.error());
    if (stock->available == 0)
        return failure(Kind::Conflict, u"Sold out"_s, portion.product);
    if (stock->available < portion.quantity)
        return failure(Kind::Conflict, u"Only %1 left"_s.arg(stock->available), portion.product);
    return change(
        u"UPDATE inventory_stock SET available = available - ?, held = held + ? WHERE product = ?"_s,
        portion);
}

Result<void> StockRepository::sell(const Portion &portion)
{
    return change(u"UPDATE inventory_stock SET held = held - ?, sold = sold + ? WHERE product = ?"_s,
                  portion);
}

Result<void> StockRepository::giveBack(const Portion &portion)
{
    return change(
        u"UPDATE inventory_stock SET held = held - ?, available = available + ? WHERE product = ?"_s,
        portion);
}

Result<void> StockRepository::change(const QString &sql, const Portion &portion)
{
    const auto changed = m_database.execute(sql, {portion.quantity, portion.quantity, portion.product});
    return changed ? Result<void>() : failure(changed.error());
}

} // namespace services::shop::inventory
