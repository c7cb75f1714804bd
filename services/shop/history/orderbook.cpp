// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orderbook.h"

#include <QFileInfo>

namespace services::shop::history {

using namespace Qt::StringLiterals;
using storage::Database;
using storage::failure;
using storage::Row;

namespace {

OrderGlance glanceOf(const Row &row)
{
    return {.id = row.text(0),
            .state = orders::stateOfWord(row.text(1)),
            .attempt = static_cast<int>(row.integer(2)),
            .total = row.integer(3),
            .currency = row.text(4),
            .placedAt = calendar::moment(row.integer(5)),
            .failure = row.text(6),
            .tries = static_cast<int>(row.integer(7))};
}

Result<std::vector<OrderGlance>> newest(Database &database, const QString &condition, int most)
{
    return database.select<OrderGlance>(
        u"SELECT id, state, attempt, total, currency, placed_at, coalesce(failure_message, ''), tries"
        " FROM orders %1 ORDER BY placed_at DESC, id LIMIT ?"_s.arg(condition),
        {std::int64_t{most}}, glanceOf);
}

Result<void> count(Database &database, OrderBook &book)
{
    return database.query(u"SELECT state, count(*) FROM orders GROUP BY state"_s, {}, [&](const Row &row) {
        const auto state = orders::stateOfWord(row.text(0));
        const auto orders = static_cast<int>(row.integer(1));
        if (state == State::Confirmed)
            book.confirmed += orders;
        else
            (orders::isSettled(state) ? book.givenUp : book.open) += orders;
    });
}

} // namespace

Result<OrderBook> readOrderBook(const QString &file, int most)
{
    if (!QFileInfo::exists(file))
        return failure(storage::Kind::NotFound, u"There are no books at %1"_s.arg(file), file);
    const auto database = Database::open(file);
    if (!database)
        return failure(database.error());
    OrderBook book;
    if (const auto counted = count(**database, book); !counted)
        return failure(counted.error());
    const std::pair<QString, std::vector<OrderGlance> OrderBook::*> kinds[]
        = {{QString(), &OrderBook::latest},
           {u"WHERE state NOT IN ('confirmed', 'refused', 'compensated')"_s, &OrderBook::latestOpen},
           {u"WHERE state IN ('refused', 'compensated')"_s, &OrderBook::latestGivenUp}};
    for (const auto &[condition, kind] : kinds) {
        auto read = newest(**database, condition, most);
        if (!read)
            return failure(read.error());
        book.*kind = std::move(*read);
    }
    return book;
}

} // namespace services::shop::history
