// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "purchases.h"

#include <algorithm>

namespace services::shop::recommendations {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Row;

namespace {

constexpr std::size_t mostPaired = 20; // items of one order; pairs grow with the square

Suggestion suggestionOf(const Row &row)
{
    const auto reason = row.integer(4) != 0 ? Reason::BoughtTogether : Reason::BestSeller;
    return {row.text(0), row.text(1), row.integer(2), row.text(3), reason};
}

} // namespace

Purchases::Purchases(Database &database)
    : m_database(database)
{
}

Result<std::vector<Suggestion>> Purchases::suggest(const QString &product, int limit) const
{
    auto suggestions = m_database.select<Suggestion>(
        u"SELECT p.id, p.name, p.price, p.currency, 1 FROM recommendations_pairs AS pair"
        " JOIN recommendations_products AS p ON p.id = pair.other"
        " WHERE pair.product = ? ORDER BY pair.orders DESC, p.sold DESC, p.id LIMIT ?"_s,
        {product, std::int64_t{limit}}, suggestionOf);
    if (!suggestions || static_cast<int>(suggestions->size()) == limit)
        return suggestions;
    const auto best = m_database.select<Suggestion>(
        u"SELECT id, name, price, currency, 0 FROM recommendations_products WHERE id <> ?1"
        " AND id NOT IN (SELECT other FROM recommendations_pairs WHERE product = ?1)"
        " ORDER BY sold DESC, id LIMIT ?2"_s,
        {product, std::int64_t{limit} - static_cast<std::int64_t>(suggestions->size())}, suggestionOf);
    if (!best)
        return failure(best.error());
    suggestions->insert(suggestions->end(), best->begin(), best->end());
    return suggestions;
}

Result<void> Purchases::record(const events::OrderPlaced &order)
{
    const auto &items = order.items;
    for (const auto &item : items) {
        const auto sold = m_database.execute(
            u"INSERT INTO recommendations_products (id, name, price, currency, sold) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET sold = sold + excluded.sold"_s,
            {item.product, item.name, item.price, order.currency, item.quantity});
        if (!sold)
            return failure(sold.error());
    }
    const std::size_t paired = std::min(items.size(), mostPaired);
    for (std::size_t i = 0; i < paired; ++i)
        for (std::size_t j = 0; j < paired; ++j)
            if (const auto counted = pair(items[i].product, items[j].product); !counted)
                return counted;
    return {};
}

Result<void> Purchases::pair(const QString &product, const QString &other)
{
    if (product == other)
        return {};
    const auto counted
        = m_database.execute(u"INSERT INTO recommendations_pairs (product, other, orders) VALUES (?, ?, 1)"
                             " ON CONFLICT (product, other) DO UPDATE SET orders = orders + 1"_s,
                             {product, other});
    return counted ? Result<void>() : failure(counted.error());
}

Result<void> Purchases::see(const Suggestion &current)
{
    const auto seen = m_database.execute(
        u"UPDATE recommendations_products SET name = ?, price = ?, currency = ? WHERE id = ?"_s,
        {current.name, current.price, current.currency, current.product});
    return seen ? Result<void>() : failure(seen.error());
}

} // namespace services::shop::recommendations
