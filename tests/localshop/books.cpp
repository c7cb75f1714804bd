// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "books.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tests::localshop {

using namespace Qt::StringLiterals;
using services::storage::Database;
using services::storage::Row;

namespace {

using Pieces = std::map<QString, std::int64_t>; // by product

struct Confirmed
{
    QString id;
    std::int64_t total = 0;
    QJsonArray lines;
};

template<typename T, typename Map>
std::vector<T> rows(Database &database, const QString &sql, Map map)
{
    const auto found = database.select<T>(sql, {}, map);
    if (!found)
        qFatal("%s", qUtf8Printable(found.error().message));
    return *found;
}

std::int64_t count(Database &database, const QString &sql)
{
    return rows<std::int64_t>(database, sql, [](const Row &row) { return row.integer(0); }).front();
}

std::vector<Confirmed> confirmedOrders(Database &orders)
{
    return rows<Confirmed>(orders, u"SELECT id, total, lines FROM orders WHERE state = 'confirmed'"_s,
                           [](const Row &row) {
                               return Confirmed{row.text(0), row.integer(1),
                                                QJsonDocument::fromJson(row.text(2).toUtf8()).array()};
                           });
}

void compareCharges(Books &books, LocalShop &shop, const std::vector<Confirmed> &orders)
{
    std::multimap<QString, std::int64_t> captured;
    rows<int>(shop.database(u"payments"_s),
              u"SELECT order_id, amount FROM payments_charges WHERE state = 'captured'"_s,
              [&](const Row &row) {
                  captured.emplace(row.text(0), row.integer(1));
                  return 0;
              });
    books.captured = static_cast<int>(captured.size());
    for (const auto &order : orders) {
        if (captured.count(order.id) != 1)
            books.wrong << u"%1 has %2 captured charges"_s.arg(order.id).arg(captured.count(order.id));
        else if (captured.find(order.id)->second != order.total)
            books.wrong << order.id + u" was charged another amount"_s;
    }
    if (captured.size() > orders.size())
        books.wrong
            << u"%1 charges captured for %2 confirmed orders"_s.arg(captured.size()).arg(orders.size());
}

void compareStock(Books &books, LocalShop &shop, const std::vector<Confirmed> &orders)
{
    Pieces ordered;
    for (const auto &order : orders) {
        for (const auto &line : order.lines)
            ordered[line[u"product"_s].toString()] += line[u"quantity"_s].toInteger();
    }
    Pieces sold;
    rows<int>(shop.database(u"inventory"_s), u"SELECT product, sold FROM inventory_stock WHERE sold > 0"_s,
              [&](const Row &row) {
                  sold.emplace(row.text(0), row.integer(1));
                  return 0;
              });
    if (ordered != sold)
        books.wrong << u"The stock that was sold is not the stock that was ordered"_s;
}

} // namespace

Books audit(LocalShop &shop)
{
    auto &orders = shop.database(u"orders"_s);
    auto &inventory = shop.database(u"inventory"_s);
    const auto confirmed = confirmedOrders(orders);
    Books books;
    books.confirmed = static_cast<int>(confirmed.size());
    books.unsettled = static_cast<int>(count(
        orders, u"SELECT count(*) FROM orders WHERE state NOT IN ('confirmed', 'refused', 'compensated')"_s));
    books.sold = count(inventory, u"SELECT coalesce(sum(sold), 0) FROM inventory_stock"_s);
    books.held = count(inventory, u"SELECT coalesce(sum(held), 0) FROM inventory_stock"_s);
    compareCharges(books, shop, confirmed);
    compareStock(books, shop, confirmed);
    if (books.held != 0)
        books.wrong << u"%1 pieces are held for nobody"_s.arg(books.held);
    if (count(inventory, u"SELECT count(*) FROM inventory_stock WHERE available + held + sold != 1000000"_s)
        != 0)
        books.wrong << u"Stock was made or lost"_s;
    return books;
}

} // namespace tests::localshop
