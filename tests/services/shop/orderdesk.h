// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QTest>

#include <tests/localshop/books.h>
#include <tests/support/waitfor.h>

namespace tests::localshop {

using namespace Qt::StringLiterals;
using services::contract::Request;

// A shop, its customers who order there, and what became of their orders. Tests of orders are made of it.
class OrderDesk
{
protected:
    Request
    request(const QByteArray &key, int customer = 1, const QString &card = u"4242424242424242"_s) const
    {
        Request request;
        request.endpoint = {{u"orders"_s}, u"POST /orders"_s};
        request.body = body({{u"card"_s, card}});
        request.context.session = m_shop->session(customer);
        request.context.idempotencyKey = key;
        return request;
    }
    Result<Reply> order(const QByteArray &key, int customer = 1, const QString &card = u"4242424242424242"_s)
    {
        return tests::support::waitFor(m_shop->dispatch(request(key, customer, card)));
    }
    void fillCart()
    {
        QVERIFY(m_shop->ask({u"cart"_s,
                             u"PUT /cart/items/{product}"_s,
                             {{u"product"_s, u"p-0001"_s}},
                             {},
                             body({{u"quantity"_s, 1}}),
                             m_shop->session()}));
    }
    Result<Reply> list()
    {
        return m_shop->ask({u"orders"_s, u"GET /orders"_s, {}, {}, {}, m_shop->session()});
    }
    Result<Reply> show(const QString &id) { return show(id, m_shop->session()); }
    Result<Reply> show(const QString &id, const QByteArray &session)
    {
        return m_shop->ask({u"orders"_s, u"GET /orders/{id}"_s, {{u"id"_s, id}}, {}, {}, session});
    }
    QStringList mails(const QString &order)
    {
        const auto mail = json(m_shop->ask(
            {u"notifications"_s, u"GET /messages"_s, {}, {{u"order"_s, order}}, {}, m_shop->session()}));
        QStringList kinds;
        for (const auto &item : mail[u"items"_s].toArray())
            kinds << item[u"kind"_s].toString();
        kinds.sort();
        return kinds;
    }
    int shipments(const QString &order)
    {
        const auto parcels = json(m_shop->ask(
            {u"shipping"_s, u"GET /shipments"_s, {}, {{u"order"_s, order}}, {}, m_shop->session()}));
        return static_cast<int>(parcels[u"items"_s].toArray().size());
    }
    QStringList states()
    {
        const auto found = m_shop->database(u"orders"_s)
                               .select<QString>(u"SELECT state FROM orders ORDER BY placed_at"_s, {},
                                                [](const auto &row) { return row.text(0); });
        return QStringList(found->begin(), found->end());
    }
    // Long enough for every lease to lapse and every postponed order to be taken up again.
    void settle() { m_shop->pass(std::chrono::seconds(20)); }
    void balanced(int orders)
    {
        const auto books = audit(*m_shop);
        QCOMPARE(books.wrong, QStringList());
        QCOMPARE(books.confirmed, orders);
        QCOMPARE(books.captured, orders);
        QCOMPARE(books.unsettled, 0);
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

} // namespace tests::localshop
