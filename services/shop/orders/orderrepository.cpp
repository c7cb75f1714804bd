// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orderrepository.h"

#include "orderjson.h"

#include <services/shop/calendar/calendar.h>

#include <QJsonDocument>

namespace services::shop::orders {

using namespace Qt::StringLiterals;
using model::telemetry::TraceContext;
using storage::failure;
using storage::Kind;
using storage::Row;
using storage::Value;

namespace {

constexpr std::int64_t mostListed = 50;

std::optional<model::result::Error> failureOf(const Row &row)
{
    if (row.isNull(12))
        return std::nullopt;
    return model::result::Error{model::result::kindOfWord(row.text(12)), row.text(13), row.text(14)};
}

Order orderOf(const Row &row)
{
    const QJsonArray lines = QJsonDocument::fromJson(row.text(15).toUtf8()).array();
    return {.id = row.text(0),
            .account = row.text(1),
            .email = row.text(2),
            .name = row.text(3),
            .key = row.text(4),
            .cartGeneration = row.isNull(18) ? std::nullopt : std::optional(row.integer(18)),
            .attempt = static_cast<int>(row.integer(5)),
            .state = stateOfWord(row.text(6)),
            .total = row.integer(7),
            .currency = row.text(8),
            .lines = linesOf(lines).value_or(std::vector<Line>()),
            .placedAt = calendar::moment(row.integer(9)),
            .debts = {.charge = row.integer(10) != 0, .reservation = row.integer(11) != 0},
            .failure = failureOf(row),
            .trace = TraceContext::fromTraceparent(row.bytes(16)).value_or(TraceContext()),
            .tries = static_cast<int>(row.integer(17))};
}

QString text(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

// Exactly one row: this order, in the state and hands in which we left it.
Result<void> onlyOne(const Result<int> &changed, Kind otherwise)
{
    if (!changed)
        return failure(changed.error());
    if (*changed != 1)
        return failure(otherwise, u"This order is in other hands: ask again in a moment"_s);
    return {};
}

Value valueOf(const std::optional<std::int64_t> &number)
{
    return number ? Value(*number) : Value(nullptr);
}

} // namespace

OrderRepository::OrderRepository(storage::Database &database, QString worker)
    : m_database(database)
    , m_worker(std::move(worker))
{
}

Result<Order> OrderRepository::find(const QString &id) const
{
    auto found = select(u"id = ?"_s, {id});
    if (!found)
        return failure(found.error());
    if (found->empty())
        return failure(Kind::NotFound, u"There is no such order"_s, id);
    return std::move(found->front());
}

Result<std::optional<Order>> OrderRepository::findByKey(const QString &account, const QString &key) const
{
    auto found = select(u"account = ? AND idempotency_key = ?"_s, {account, key});
    if (!found)
        return failure(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::optional<Order>> OrderRepository::findOfCart(const QString &account,
                                                         std::int64_t generation) const
{
    auto found = select(u"account = ? AND cart_generation = ?"
                        " AND state IN ('started', 'reserved', 'charged', 'committed', 'confirmed')"_s,
                        {account, generation});
    if (!found)
        return failure(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<Order>> OrderRepository::list(const QString &account) const
{
    return select(u"account = ? ORDER BY placed_at DESC, id LIMIT ?"_s, {account, mostListed});
}

Result<std::vector<Order>> OrderRepository::select(const QString &condition,
                                                   const storage::Values &values) const
{
    const QString sql
        = u"SELECT id, account, email, name, idempotency_key, attempt, state, total, currency, placed_at,"
          " owes_charge, owes_reservation, failure_kind, failure_message, failure_subject, lines, trace,"
          " tries, cart_generation FROM orders WHERE "_s;
    return m_database.select<Order>(sql + condition, values, orderOf);
}

Result<void> OrderRepository::add(const Order &order, std::chrono::system_clock::time_point heldUntil)
{
    return onlyOne(
        m_database.execute(u"INSERT INTO orders (id, account, email, name, idempotency_key, attempt, state, "
                           u"total, currency, "
                           u"lines,"
                           " placed_at, trace, worker, held_until, cart_generation)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {order.id, order.account, order.email, order.name, order.key,
                            std::int64_t{order.attempt}, word(order.state), order.total, order.currency,
                            text(toJson(order.lines)), calendar::milliseconds(order.placedAt),
                            order.trace.toTraceparent(), m_worker, calendar::milliseconds(heldUntil),
                            valueOf(order.cartGeneration)}),
        Kind::Conflict);
}

Result<void> OrderRepository::tryAgain(const Order &order, std::chrono::system_clock::time_point heldUntil)
{
    return onlyOne(
        m_database.execute(u"UPDATE orders SET state = 'started', attempt = ?, total = ?, lines = ?, "
                           u"placed_at = ?, trace = ?, "
                           u"tries = 0,"
                           " failure_kind = NULL, failure_message = NULL, failure_subject = NULL, worker = "
                           "?, held_until = ?,"
                           " cart_generation = ?"
                           " WHERE id = ? AND state = 'compensated' AND attempt = ?"_s,
                           {std::int64_t{order.attempt}, order.total, text(toJson(order.lines)),
                            calendar::milliseconds(order.placedAt), order.trace.toTraceparent(), m_worker,
                            calendar::milliseconds(heldUntil), valueOf(order.cartGeneration), order.id,
                            std::int64_t{order.attempt - 1}}),
        Kind::Conflict);
}

Result<void> OrderRepository::writeSettled(const Order &order)
{
    const auto &failed = order.failure;
    const auto written = m_database.execute(
        u"INSERT INTO orders (id, account, email, name, idempotency_key, attempt, state, total, currency, "
        u"lines,"
        " placed_at, trace, worker, held_until, cart_generation, failure_kind, failure_message, "
        "failure_subject)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET attempt = excluded.attempt, state = excluded.state,"
        " total = excluded.total, lines = excluded.lines, placed_at = excluded.placed_at,"
        " trace = excluded.trace, cart_generation = excluded.cart_generation,"
        " failure_kind = excluded.failure_kind, failure_message = excluded.failure_message,"
        " failure_subject = excluded.failure_subject"_s,
        {order.id, order.account, order.email, order.name, order.key, std::int64_t{order.attempt},
         word(order.state), order.total, order.currency, text(toJson(order.lines)),
         calendar::milliseconds(order.placedAt), order.trace.toTraceparent(), m_worker,
         valueOf(order.cartGeneration), failed ? Value(model::result::word(failed->kind)) : Value(nullptr),
         failed ? Value(failed->message) : Value(nullptr), failed ? Value(failed->subject) : Value(nullptr)});
    return written ? Result<void>() : failure(written.error());
}

Result<void> OrderRepository::advance(const Order &order, State from)
{
    const auto &failed = order.failure;
    return onlyOne(
        m_database.execute(
            u"UPDATE orders SET state = ?, owes_charge = ?, owes_reservation = ?, failure_kind = ?, "
            u"failure_message = ?,"
            " failure_subject = ? WHERE id = ? AND attempt = ? AND state = ? AND worker = ?"_s,
            {word(order.state), std::int64_t{order.debts.charge}, std::int64_t{order.debts.reservation},
             failed ? Value(model::result::word(failed->kind)) : Value(nullptr),
             failed ? Value(failed->message) : Value(nullptr),
             failed ? Value(failed->subject) : Value(nullptr), order.id, std::int64_t{order.attempt},
             word(from), m_worker}),
        Kind::Unavailable);
}

} // namespace services::shop::orders
