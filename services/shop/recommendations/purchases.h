// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/shop/events/orderplaced.h>
#include <services/storage/database.h>

namespace services::shop::recommendations {

using storage::Database;
using storage::Result;

enum class Reason
{
    BoughtTogether,
    BestSeller
};

// A product with its name and price as last seen.
struct Suggestion
{
    QString product;
    QString name;
    std::int64_t price = 0; // cents
    QString currency;
    Reason reason = Reason::BestSeller;
};

// What was bought with what, and how often; the only place with its SQL. Thread of its database.
class Purchases
{
public:
    explicit Purchases(Database &database);

    // The products most often bought together with `product`, then best sellers until there are `limit`;
    // never the product itself. Empty product: best sellers alone.
    Result<std::vector<Suggestion>> suggest(const QString &product, int limit) const;
    // Counts one order; call inside a transaction. Of a very large order only the first items are paired.
    Result<void> record(const events::OrderPlaced &order);
    // Remembers today's name and price for the days on which the catalogue is away.
    Result<void> see(const Suggestion &current);

private:
    Result<void> pair(const QString &product, const QString &other);

    Database &m_database;
};

} // namespace services::shop::recommendations
