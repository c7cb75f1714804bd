// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/events/orderplaced.h>
#include <services/shop/events/publishing.h>
#include <services/shop/session/session.h>

#include <QJsonArray>
#include <QTest>

#include <tests/localshop/localshop.h>

using namespace Qt::StringLiterals;
using namespace services::shop;
using namespace tests::localshop;
using model::result::Error;
using model::result::Kind;

class CartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void theDemonstrationsCartsAreFilled()
    {
        const auto cart = json(show(m_shop->session(1)));
        QVERIFY(!cart[u"items"_s].toArray().isEmpty());
        qint64 total = 0;
        for (const auto &item : cart[u"items"_s].toArray())
            total += item[u"price"_s].toInteger() * item[u"quantity"_s].toInteger();
        QCOMPARE(cart[u"total"_s].toInteger(), total);
        QVERIFY(total > 0);
    }

    void aProductIsPutInAtTheCataloguesPrice()
    {
        const auto product
            = json(m_shop->ask({u"catalogue"_s, u"GET /products/{id}"_s, {{u"id"_s, u"p-0007"_s}}}));
        const auto cart = json(put(u"p-0007"_s, 3));
        QCOMPARE(cart[u"items"_s].toArray().size(), 1);
        const QJsonObject item = cart[u"items"_s].toArray().at(0).toObject();
        QCOMPARE(item[u"product"_s].toString(), u"p-0007"_s);
        QCOMPARE(item[u"name"_s], product[u"name"_s]);
        QCOMPARE(item[u"price"_s], product[u"price"_s]);
        QCOMPARE(cart[u"total"_s].toInteger(), 3 * product[u"price"_s].toInteger());
        QCOMPARE(json(show(stranger())), cart);
    }

    void puttingAgainReplacesTheQuantity()
    {
        QVERIFY(put(u"p-0007"_s, 3));
        const auto cart = json(put(u"p-0007"_s, 1));
        QCOMPARE(cart[u"items"_s].toArray().size(), 1);
        QCOMPARE(cart[u"items"_s][0][u"quantity"_s].toInteger(), 1);
    }

    void aProductIsTakenOut()
    {
        QVERIFY(put(u"p-0007"_s, 3));
        QCOMPARE(json(remove(u"p-0007"_s))[u"items"_s].toArray().size(), 0);
        QVERIFY2(remove(u"p-0007"_s), "taking out what is not there is no mistake");
    }

    void cartsAreOnesOwn()
    {
        QVERIFY(put(u"p-0007"_s, 3));
        const auto other = json(show(m_shop->session(2)));
        for (const auto &item : other[u"items"_s].toArray())
            QVERIFY(item[u"quantity"_s].toInteger() != 3 || item[u"product"_s].toString() != u"p-0007"_s);
        QCOMPARE(show({}).error().kind, Kind::Unauthenticated);
        QCOMPARE(put(u"p-0007"_s, 3, "a.b").error().kind, Kind::Unauthenticated);
        QCOMPARE(remove(u"p-0007"_s, "a.b").error().kind, Kind::Unauthenticated);
    }

    void withoutTheCatalogueTheCartIsShownButNotFilled()
    {
        QVERIFY(put(u"p-0007"_s, 3));
        m_shop->crash(u"catalogue"_s);
        QCOMPARE(put(u"p-0008"_s, 1).error().kind, Kind::Unavailable);
        QCOMPARE(json(show(stranger()))[u"items"_s].toArray().size(), 1);
        QCOMPARE(json(remove(u"p-0007"_s))[u"items"_s].toArray().size(), 0);
    }

    void anUnknownProductIsNotFound() { QCOMPARE(put(u"p-9999"_s, 1).error().kind, Kind::NotFound); }

    void aCartHoldsAHundredProducts()
    {
        for (int n = 1; n <= 100; ++n)
            QVERIFY(put(u"p-%1"_s.arg(n, 4, 10, QChar(u'0')), 1));
        QCOMPARE(put(u"p-0101"_s, 1).error().kind, Kind::Conflict);
        QVERIFY2(put(u"p-0100"_s, 99), "a product which is in already");
    }

    void aWrongQuantityIsNamed_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("none") << QByteArray("{}");
        QTest::newRow("zero") << QByteArray(R"({"quantity":0})");
        QTest::newRow("negative") << QByteArray(R"({"quantity":-1})");
        QTest::newRow("hundred") << QByteArray(R"({"quantity":100})");
        QTest::newRow("a half") << QByteArray(R"({"quantity":1.5})");
        QTest::newRow("a word") << QByteArray(R"({"quantity":"1"})");
        QTest::newRow("true") << QByteArray(R"({"quantity":true})");
        QTest::newRow("a list") << QByteArray(R"({"quantity":[1]})");
        QTest::newRow("2^64 + 1") << QByteArray(R"({"quantity":18446744073709551617})");
    }
    void aWrongQuantityIsNamed()
    {
        QFETCH(QByteArray, request);
        const auto refused = m_shop->ask({u"cart"_s,
                                          u"PUT /cart/items/{product}"_s,
                                          {{u"product"_s, u"p-0007"_s}},
                                          {},
                                          request,
                                          stranger()});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::InvalidInput);
        QCOMPARE(refused.error().subject, u"/quantity"_s);
    }

    void whatWasOrderedLeavesTheCartOnce()
    {
        QVERIFY(put(u"p-0007"_s, 5));
        QVERIFY(put(u"p-0008"_s, 2));
        const auto ordered = order({{.product = u"p-0007"_s, .name = u"A"_s, .price = 1, .quantity = 3},
                                    {.product = u"p-0008"_s, .name = u"B"_s, .price = 1, .quantity = 2}});
        m_shop->publish(ordered);
        m_shop->publish(ordered);
        m_shop->pump();
        const auto cart = json(show(stranger()));
        QCOMPARE(cart[u"items"_s].toArray().size(), 1);
        QCOMPARE(cart[u"items"_s][0][u"quantity"_s].toInteger(), 2);
    }

    void anOrderBeginsTheCartsNextGeneration()
    {
        const auto before = json(put(u"p-0007"_s, 5))[u"generation"_s].toInteger(-1);
        QVERIFY(before >= 0);
        QCOMPARE(json(put(u"p-0008"_s, 1))[u"generation"_s].toInteger(), before);
        const auto ordered = order({{.product = u"p-0007"_s, .name = u"A"_s, .price = 1, .quantity = 5}});
        m_shop->publish(ordered);
        m_shop->publish(ordered);
        m_shop->pump();
        QCOMPARE(json(show(stranger()))[u"generation"_s].toInteger(), before + 1);
        QCOMPARE(json(show(m_shop->session(2)))[u"generation"_s].toInteger(), 0);
    }

    void aMessageThatCannotBeReadIsSetAside()
    {
        auto event = order({});
        event.payload = "not JSON";
        m_shop->crash(u"shipping"_s);
        m_shop->crash(u"notifications"_s);
        m_shop->crash(u"recommendations"_s);
        m_shop->publish(event);
        m_shop->pump();
        QCOMPARE(m_shop->queued(u"cart"_s), 0U);
        QCOMPARE(m_shop->setAside(u"cart"_s), 1);
    }

private:
    QByteArray stranger() const
    {
        return session::sign({.id = u"s"_s,
                              .account = u"a-stranger"_s,
                              .email = u"s@example.test"_s,
                              .name = u"S"_s,
                              .expiresAt = m_shop->clock().wallTime() + std::chrono::hours(1)},
                             m_shop->sessionKey());
    }
    services::contract::Event order(std::vector<events::OrderPlaced::Item> items) const
    {
        const events::OrderPlaced placed{.order = u"o-1"_s,
                                         .account = u"a-stranger"_s,
                                         .email = u"s@example.test"_s,
                                         .name = u"S"_s,
                                         .total = 5,
                                         .currency = u"EUR"_s,
                                         .items = std::move(items),
                                         .placedAt = m_shop->clock().wallTime()};
        return events::makeEvent(u"order.placed"_s, u"o-1"_s, events::toPayload(placed), placed.placedAt);
    }
    Result<Reply> show(const QByteArray &session)
    {
        return m_shop->ask({u"cart"_s, u"GET /cart"_s, {}, {}, {}, session});
    }
    Result<Reply> put(const QString &product, int quantity, const QByteArray &session = {})
    {
        return m_shop->ask({u"cart"_s,
                            u"PUT /cart/items/{product}"_s,
                            {{u"product"_s, product}},
                            {},
                            body({{u"quantity"_s, quantity}}),
                            session.isEmpty() ? stranger() : session});
    }
    Result<Reply> remove(const QString &product, const QByteArray &session = {})
    {
        return m_shop->ask({u"cart"_s,
                            u"DELETE /cart/items/{product}"_s,
                            {{u"product"_s, product}},
                            {},
                            {},
                            session.isEmpty() ? stranger() : session});
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(CartTest)
#include "tst_cart.moc"
