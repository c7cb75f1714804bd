// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger.h"

#include <services/shop/calendar/calendar.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace services::shop::audit {

using namespace Qt::StringLiterals;
using storage::Database;
using storage::failure;
using storage::Kind;
using storage::Result;
using storage::Row;

namespace {

Result<std::unique_ptr<Database>> openKept(const QString &file)
{
    if (!QFileInfo::exists(file))
        return failure(Kind::NotFound, u"There are no books at %1"_s.arg(file), file);
    return Database::open(file);
}

Order::State stateOfWord(const QString &word)
{
    if (word == u"confirmed")
        return Order::State::Confirmed;
    return word == u"refused" || word == u"compensated" ? Order::State::Over : Order::State::Unsettled;
}

Pieces piecesOf(const QString &lines)
{
    Pieces pieces;
    for (const auto &line : QJsonDocument::fromJson(lines.toUtf8()).array())
        pieces[line[u"product"].toString()] += line[u"quantity"].toInteger();
    return pieces;
}

Result<void> readOrders(const QString &file, Ledger &ledger)
{
    const auto database = openKept(file);
    if (!database)
        return failure(database.error());
    return (*database)->query(u"SELECT id, state, total, lines FROM orders"_s, {}, [&](const Row &row) {
        ledger.orders.insert(row.text(0), {stateOfWord(row.text(1)), row.integer(2), piecesOf(row.text(3))});
    });
}

Result<void> readCharges(const QString &file, Ledger &ledger)
{
    const auto database = openKept(file);
    if (!database)
        return failure(database.error());
    return (*database)->query(u"SELECT order_id, amount FROM payments_charges WHERE state = 'captured'"_s, {},
                              [&](const Row &row) { ledger.captured.insert(row.text(0), row.integer(1)); });
}

Result<void> readReservations(Database &database, Ledger &ledger)
{
    QMap<QString, std::pair<QString, Pieces>> committed; // by reservation: its order and what it took
    const auto read = database.query(
        u"SELECT r.id, r.order_id, r.state, i.product, i.quantity, r.expires_at FROM inventory_reservations r"
        " JOIN inventory_reservation_items i ON i.reservation = r.id WHERE r.state IN ('committed', 'held')"_s,
        {}, [&](const Row &row) {
            if (row.text(2) == u"committed") {
                auto &[order, pieces] = committed[row.text(0)];
                order = row.text(1);
                pieces[row.text(3)] += row.integer(4);
            } else {
                ledger.held.append(
                    {row.text(1), row.text(3), row.integer(4), calendar::moment(row.integer(5))});
            }
        });
    for (const auto &[order, pieces] : std::as_const(committed))
        ledger.taken.insert(order, pieces);
    return read;
}

Result<void> readInventory(const QString &file, Ledger &ledger)
{
    const auto database = openKept(file);
    if (!database)
        return failure(database.error());
    const auto reservations = readReservations(**database, ledger);
    if (!reservations)
        return reservations;
    return (*database)->query(
        u"SELECT product, available, held, sold, stocked FROM inventory_stock"_s, {}, [&](const Row &row) {
            ledger.shelves.insert(row.text(0),
                                  {row.integer(1), row.integer(2), row.integer(3), row.integer(4)});
        });
}

} // namespace

Result<Ledger> readLedger(const BookFiles &files)
{
    Ledger ledger;
    return readOrders(files.orders, ledger)
        .and_then([&] { return readCharges(files.payments, ledger); })
        .and_then([&] { return readInventory(files.inventory, ledger); })
        .map([&] { return ledger; });
}

} // namespace services::shop::audit
