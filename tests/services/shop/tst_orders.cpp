// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orderdesk.h"

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using model::result::Kind;

// What customers order, and what is refused to them; nobody is away.
class OrdersTest : public QObject, protected OrderDesk
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void aWholePurchase()
    {
        const auto cart = json(m_shop->ask({u"cart"_s, u"GET /cart"_s, {}, {}, {}, m_shop->session()}));
        const auto placed = order("k-1");
        QVERIFY2(placed, qPrintable(placed ? QString() : placed.error().message));
        QCOMPARE(placed->status, 201);
        const auto made = json(placed);
        QCOMPARE(made[u"state"_s].toString(), u"confirmed"_s);
        QCOMPARE(made[u"total"_s], cart[u"total"_s]);
        QCOMPARE(made[u"items"_s], cart[u"items"_s]);
        QCOMPARE(placed->location, "/orders/" + made[u"id"_s].toString().toLatin1());
        balanced(1);

        m_shop->pump();
        QCOMPARE(json(m_shop->ask({u"cart"_s, u"GET /cart"_s, {}, {}, {}, m_shop->session()}))[u"items"_s]
                     .toArray()
                     .size(),
                 0);
        QCOMPARE(json(show(made[u"id"_s].toString())), made);
        QCOMPARE(json(list())[u"items"_s].toArray(), QJsonArray{made});
        QCOMPARE(mails(made[u"id"_s].toString()), (QStringList{u"order-confirmed"_s, u"order-shipped"_s}));
        QCOMPARE(shipments(made[u"id"_s].toString()), 1);
    }

    void everyEventTwiceChangesNothing()
    {
        const auto id = json(order("k-1"))[u"id"_s].toString();
        m_shop->pump(3);
        QCOMPARE(mails(id), (QStringList{u"order-confirmed"_s, u"order-shipped"_s}));
        QCOMPARE(shipments(id), 1);
    }

    void aRepeatWithTheSameKeyIsTheSameOrder()
    {
        const auto first = order("k-1");
        m_shop->pump();
        const auto second = order("k-1"); // the cart is empty by now
        QVERIFY(first && second);
        QCOMPARE(second->body, first->body);
        balanced(1);
    }

    void aKeyIsOnesOwn()
    {
        QVERIFY(order("k-1", 1));
        QVERIFY(order("k-1", 2));
        balanced(2);
    }

    void twoRequestsAtOnceWithOneKeyMakeOneOrder()
    {
        auto first = m_shop->dispatch(request("k-1"));
        auto second = m_shop->dispatch(request("k-1"));
        auto third = m_shop->dispatch(request("k-1"));
        const auto one = tests::support::waitFor(std::move(first));
        m_shop->pass(std::chrono::seconds(1)); // whoever waits looks again
        const auto two = tests::support::waitFor(std::move(second));
        const auto three = tests::support::waitFor(std::move(third));
        QVERIFY(one && two && three);
        QCOMPARE(two->body, one->body);
        QCOMPARE(three->body, one->body);
        balanced(1);
    }

    // The cart empties by a message, which may take its time.
    void oneCartIsOrderedOnce()
    {
        const auto first = json(order("k-1"))[u"id"_s].toString();
        const auto second = order("k-2");
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Kind::Conflict);
        QVERIFY2(second.error().message.contains(first), qPrintable(second.error().message));
        QCOMPARE(second.error().subject, first);
        balanced(1);
        m_shop->pump();
        fillCart();
        QVERIFY2(order("k-2"), "what came in later is another cart");
        balanced(2);
    }

    void twoRequestsAtOnceWithTwoKeysOrderOneCartOnce()
    {
        auto first = m_shop->dispatch(request("k-1"));
        auto second = m_shop->dispatch(request("k-2"));
        const auto one = tests::support::waitFor(std::move(first));
        const auto two = tests::support::waitFor(std::move(second));
        QVERIFY(one.has_value() != two.has_value());
        QCOMPARE((one ? two : one).error().kind, Kind::Conflict);
        balanced(1);
    }

    void anotherCardMayBeTriedAtOnce()
    {
        const auto declined = order("k-1", 1, u"4000000000009995"_s);
        QCOMPARE(declined.error().kind, Kind::Declined);
        QVERIFY(order("k-2"));
        settle();
        balanced(1);
    }

    void anEmptyCartIsNotOrdered()
    {
        QVERIFY(order("k-1"));
        m_shop->pump();
        const auto refused = order("k-2");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Conflict);
        QCOMPARE(refused.error().subject, u"/cart"_s);
        QCOMPARE(json(list())[u"items"_s].toArray().size(), 1);
    }

    void aDeclinedCardIsRefusedAndGivesTheStockBack()
    {
        const auto declined = order("k-1", 1, u"4000000000009995"_s);
        QVERIFY(!declined);
        QCOMPARE(declined.error().kind, Kind::Declined);
        settle();
        QCOMPARE(states(), QStringList{u"refused"_s});
        balanced(0);
        QCOMPARE(order("k-1").error(), declined.error()); // the same key: the same answer
        QVERIFY2(order("k-2"), "a new intention with another card");
        balanced(1);
    }

    void aWrongCardIsRefused()
    {
        const auto refused = order("k-1", 1, u"4242424242424241"_s);
        QCOMPARE(refused.error().kind, Kind::InvalidInput);
        QCOMPARE(refused.error().subject, u"/card"_s);
        settle();
        QCOMPARE(states(), QStringList{u"refused"_s});
        balanced(0);
    }

    void whatIsSoldOutIsCalledByItsName()
    {
        const auto cart = json(m_shop->ask({u"cart"_s, u"GET /cart"_s, {}, {}, {}, m_shop->session()}));
        const QJsonObject item = cart[u"items"_s].toArray().at(0).toObject();
        QVERIFY(m_shop->database(u"inventory"_s)
                    .execute(u"UPDATE inventory_stock SET available = 0, sold = 1000000 WHERE product = ?"_s,
                             {item[u"product"_s].toString()}));
        const auto refused = order("k-1");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Conflict);
        QCOMPARE(refused.error().subject, item[u"product"_s].toString());
        QCOMPARE(refused.error().message, item[u"name"_s].toString() + u": Sold out"_s);
        QCOMPARE(states(), QStringList{u"refused"_s});
    }

    void ordersAreOnesOwn()
    {
        const auto id = json(order("k-1"))[u"id"_s].toString();
        QVERIFY(show(id, m_shop->session(1)));
        const auto others = show(id, m_shop->session(2));
        const auto nobodys = show(u"o-nobody"_s, m_shop->session(2));
        QVERIFY(!others);
        QCOMPARE(others.error().kind, Kind::NotFound);
        QCOMPARE(others.error().message, nobodys.error().message);
        QCOMPARE(show(id, {}).error().kind, Kind::Unauthenticated);
        m_shop->pump();
        const auto mail = json(m_shop->ask(
            {u"notifications"_s, u"GET /messages"_s, {}, {{u"order"_s, id}}, {}, m_shop->session(2)}));
        QCOMPARE(mail[u"items"_s].toArray().size(), 0);
        const auto parcels = json(m_shop->ask(
            {u"shipping"_s, u"GET /shipments"_s, {}, {{u"order"_s, id}}, {}, m_shop->session(2)}));
        QCOMPARE(parcels[u"items"_s].toArray().size(), 0);
    }

    void theLatestOrderComesFirst()
    {
        const auto first = json(order("k-1"))[u"id"_s].toString();
        m_shop->clock().advance(std::chrono::seconds(1));
        m_shop->pump();
        fillCart();
        const auto second = json(order("k-2"))[u"id"_s].toString();
        const auto items = json(list())[u"items"_s].toArray();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0][u"id"_s].toString(), second);
        QCOMPARE(items[1][u"id"_s].toString(), first);
    }

    void aWrongOrderNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("subject");
        const QByteArray good = R"({"card":"4242424242424242"})";
        QTest::newRow("no key") << good << QByteArray() << u"Idempotency-Key"_s;
        QTest::newRow("a key with a space") << good << QByteArray("a b") << u"Idempotency-Key"_s;
        QTest::newRow("no body") << QByteArray() << QByteArray("k") << QString();
        QTest::newRow("no card") << QByteArray("{}") << QByteArray("k") << u"/card"_s;
        QTest::newRow("an empty card") << QByteArray(R"({"card":" "})") << QByteArray("k") << u"/card"_s;
        QTest::newRow("a card which is a number")
            << QByteArray(R"({"card":4242})") << QByteArray("k") << u"/card"_s;
        QTest::newRow("a long card") << QByteArray(R"({"card":")" + QByteArray(41, '4') + R"("})")
                                     << QByteArray("k") << u"/card"_s;
        QTest::newRow("deep JSON") << QByteArray(5000, '[') << QByteArray("k") << QString();
    }
    void aWrongOrderNamesTheField()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, key);
        QFETCH(QString, subject);
        const auto refused
            = m_shop->ask({u"orders"_s, u"POST /orders"_s, {}, {}, request, m_shop->session(), key});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::InvalidInput);
        QCOMPARE(refused.error().subject, subject);
        QCOMPARE(states(), QStringList());
    }

    void onlyWhoeverIsLoggedInOrders()
    {
        const auto refused = m_shop->ask({u"orders"_s, u"POST /orders"_s, {}, {}, "{}", "a.b", "k"});
        QCOMPARE(refused.error().kind, Kind::Unauthenticated);
        QCOMPARE(m_shop->ask({u"orders"_s, u"GET /orders"_s}).error().kind, Kind::Unauthenticated);
    }
};

QTEST_GUILESS_MAIN(OrdersTest)
#include "tst_orders.moc"
