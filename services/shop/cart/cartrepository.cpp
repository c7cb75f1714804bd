// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cartrepository.h"

#include <services/shop/calendar/calendar.h>

namespace services::shop::cart {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Row;

namespace {

Item itemOf(const Row &row)
{
    return {.product = row.text(0), .name = row.text(1), .price = row.integer(2), .quantity = row.integer(3)};
}

} // namespace

CartRepository::CartRepository(storage::Database &database)
    : m_database(database)
{
}

Result<std::int64_t> CartRepository::generation(const QString &account) const
{
    const auto found
        = m_database.select<std::int64_t>(u"SELECT generation FROM cart_generations WHERE account = ?"_s,
                                          {account}, [](const Row &row) { return row.integer(0); });
    if (!found)
        return failure(found.error());
    return found->empty() ? 0 : found->front();
}

Result<void> CartRepository::beginNextGeneration(const QString &account)
{
    const auto begun
        = m_database.execute(u"INSERT INTO cart_generations (account, generation) VALUES (?, 1)"
                             " ON CONFLICT (account) DO UPDATE SET generation = generation + 1"_s,
                             {account});
    return begun ? Result<void>() : failure(begun.error());
}

Result<std::vector<Item>> CartRepository::items(const QString &account) const
{
    return m_database.select<Item>(u"SELECT product, name, price, quantity FROM cart_items WHERE account = ?"
                                   " ORDER BY added_at, product"_s,
                                   {account}, itemOf);
}

Result<void>
CartRepository::put(const QString &account, const Item &item, std::chrono::system_clock::time_point now)
{
    const auto put = m_database.execute(
        u"INSERT INTO cart_items (account, product, name, price, quantity, added_at) VALUES (?, ?, ?, ?, ?, "
        u"?)"
        " ON CONFLICT (account, product) DO UPDATE SET"
        " name = excluded.name, price = excluded.price, quantity = excluded.quantity"_s,
        {account, item.product, item.name, item.price, item.quantity, calendar::milliseconds(now)});
    return put ? Result<void>() : failure(put.error());
}

Result<void> CartRepository::remove(const QString &account, const QString &product)
{
    const auto removed = m_database.execute(u"DELETE FROM cart_items WHERE account = ? AND product = ?"_s,
                                            {account, product});
    return removed ? Result<void>() : failure(removed.error());
}

Result<void> CartRepository::takeOut(const QString &account, const QString &product, std::int64_t quantity)
{
    const auto taken
        = m_database.execute(u"DELETE FROM cart_items WHERE account = ? AND product = ? AND quantity <= ?"_s,
                             {account, product, quantity});
    if (!taken)
        return failure(taken.error());
    const auto lessened = m_database.execute(
        u"UPDATE cart_items SET quantity = quantity - ? WHERE account = ? AND product = ?"_s,
        {quantity, account, product});
    return lessened ? Result<void>() : failure(lessened.error());
}

} // namespace services::shop::cart
