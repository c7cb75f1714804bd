// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

#include <chrono>

namespace services::shop::cart {

using storage::Result;

struct Item
{
    QString product;
    QString name; // and price: as they were when it was put in
    std::int64_t price = 0; // cents, each
    std::int64_t quantity = 1;
};

// What each customer wants to buy; the only place with its SQL. Thread of its database.
class CartRepository
{
public:
    explicit CartRepository(storage::Database &database);

    // How often an order has taken something out of this cart: whoever orders says of which they know.
    Result<std::int64_t> generation(const QString &account) const;
    Result<void> beginNextGeneration(const QString &account);
    // In the order in which they were first put in.
    Result<std::vector<Item>> items(const QString &account) const;
    // Adds the item or replaces what is there of the product.
    Result<void> put(const QString &account, const Item &item, std::chrono::system_clock::time_point now);
    // Of a product which is not there: does nothing.
    Result<void> remove(const QString &account, const QString &product);
    // Takes so many out, and the product with the last of them; what came in meanwhile stays.
    Result<void> takeOut(const QString &account, const QString &product, std::int64_t quantity);

private:
    storage::Database &m_database;
};

} // namespace services::shop::cart
