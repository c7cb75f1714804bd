// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QTest>

#include <tests/localshop/books.h>

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using model::result::Kind;

// A customer's whole way through the one door, from a name to the mail about the parcel; and with each
// capability dead in turn.
class PurchaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void fromRegistrationToTheParcel()
    {
        const QJsonObject newcomer{
            {u"email"_s, u"new@example.test"_s}, {u"password"_s, u"correct horse"_s}, {u"name"_s, u"New"_s}};
        QCOMPARE(post(u"POST /api/accounts"_s, newcomer)->status, 201);
        const auto session = json(post(u"POST /api/sessions"_s, newcomer))[u"token"_s].toString().toLatin1();
        const auto shelf = json(fetch(u"GET /api/products"_s))[u"items"_s].toArray();
        QVERIFY(!shelf.isEmpty());
        const auto product = shelf[0][u"id"_s].toString();
        const auto cart = m_shop->ask({u"storefront"_s,
                                       u"PUT /api/cart/items/{product}"_s,
                                       {{u"product"_s, product}},
                                       {},
                                       body({{u"quantity"_s, 2}}),
                                       session});
        const auto total = json(cart)[u"total"_s].toInteger();
        QCOMPARE(total, 2 * shelf[0][u"price"_s].toInteger());

        const auto order
            = post(u"POST /api/orders"_s, {{u"card"_s, u"4242 4242 4242 4242"_s}}, session, "new-1");
        QVERIFY2(order, qPrintable(order ? QString() : order.error().message));
        QCOMPARE(order->status, 201);
        QCOMPARE(json(order)[u"total"_s].toInteger(), total);
        m_shop->pump();
        QCOMPARE(json(fetch(u"GET /api/cart"_s, session))[u"items"_s].toArray().size(), 0);
        QCOMPARE(json(fetch(u"GET /api/orders"_s, session))[u"items"_s].toArray().size(), 1);
        QCOMPARE(json(fetch(u"GET /api/messages"_s, session))[u"items"_s].toArray().size(), 2);
        QCOMPARE(json(fetch(u"GET /api/shipments"_s, session))[u"items"_s].toArray().size(), 1);
        const auto books = audit(*m_shop);
        QCOMPARE(books.wrong, QStringList());
        QCOMPARE(books.sold, 2);
    }

    void whoeverIsLoggedInSurvivesTheDeathOfAccounts()
    {
        m_shop->crash(u"accounts"_s);
        const auto session = m_shop->session();
        QVERIFY(fetch(u"GET /api/cart"_s, session));
        QVERIFY(post(u"POST /api/orders"_s, {{u"card"_s, u"4242424242424242"_s}}, session, "k"));
        QCOMPARE(fetch(u"GET /api/accounts/me"_s, session).error().kind, Kind::Unavailable);
    }

    void aPurchaseNeedsOnlyWhatItNeeds_data()
    {
        QTest::addColumn<QString>("dead");
        QTest::addColumn<bool>("works");
        for (const auto &needed : {u"cart"_s, u"orders"_s, u"payments"_s, u"inventory"_s, u"storefront"_s})
            QTest::newRow(qPrintable(needed)) << needed << false;
        for (const auto &other : {u"accounts"_s, u"catalogue"_s, u"search"_s, u"recommendations"_s,
                                  u"shipping"_s, u"notifications"_s})
            QTest::newRow(qPrintable(other)) << other << true;
    }
    void aPurchaseNeedsOnlyWhatItNeeds()
    {
        QFETCH(QString, dead);
        QFETCH(bool, works);
        m_shop->crash(dead);
        const auto order
            = post(u"POST /api/orders"_s, {{u"card"_s, u"4242424242424242"_s}}, m_shop->session(), "k");
        QCOMPARE(order.has_value(), works);
        m_shop->pump();
        m_shop->restart(dead);
        m_shop->pass(std::chrono::seconds(20));
        m_shop->pump();
        const auto books = audit(*m_shop);
        QCOMPARE(books.wrong, QStringList());
        QCOMPARE(books.unsettled, 0);
        QCOMPARE(books.confirmed, works ? 1 : 0);
        const auto mail = json(fetch(u"GET /api/messages"_s, m_shop->session()))[u"items"_s].toArray();
        QCOMPARE(mail.size(), works ? 2 : 0);
    }

private:
    Result<Reply> fetch(const QString &operation, const QByteArray &session = {})
    {
        return m_shop->ask({u"storefront"_s, operation, {}, {}, {}, session});
    }
    Result<Reply> post(const QString &operation,
                       const QJsonObject &object,
                       const QByteArray &session = {},
                       const QByteArray &key = {})
    {
        return m_shop->ask({u"storefront"_s, operation, {}, {}, body(object), session, key});
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(PurchaseTest)
#include "tst_purchase.moc"
