// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/inventory/inventory.h>

#include <QJsonArray>
#include <QTest>

#include <tests/localshop/localshop.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace services::shop;
using namespace tests::localshop;
using model::result::Kind;

class InventoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init()
    {
        m_shop = std::make_unique<LocalShop>(*m_files);
        setStock(u"p-0001"_s, 10);
        setStock(u"p-0002"_s, 2);
        setStock(u"p-0003"_s, 0);
    }
    void cleanup() { m_shop.reset(); }

    void stockIsHeldAndSold()
    {
        const auto held = reserve("r-1", {{u"p-0001"_s, 3}, {u"p-0002"_s, 2}});
        QVERIFY(held);
        QCOMPARE(held->status, 201);
        QCOMPARE(held->location, QByteArray("/reservations/r-1"));
        QCOMPARE(stock(u"p-0001"_s), u"7 3 0"_s);
        QCOMPARE(stock(u"p-0002"_s), u"0 2 0"_s);
        QVERIFY(commit(u"r-1"_s));
        QCOMPARE(stock(u"p-0001"_s), u"7 0 3"_s);
        QCOMPARE(stock(u"p-0002"_s), u"0 0 2"_s);
    }

    void allOrNothing()
    {
        const auto refused = reserve("r-1", {{u"p-0001"_s, 3}, {u"p-0002"_s, 3}});
        QVERIFY(!refused);
        QCOMPARE(refused.error(), (Error{Kind::Conflict, u"Only 2 left"_s, u"p-0002"_s}));
        QCOMPARE(stock(u"p-0001"_s), u"10 0 0"_s);
        QCOMPARE(stock(u"p-0002"_s), u"2 0 0"_s);
        QCOMPARE(reserve("r-2", {{u"p-0003"_s, 1}}).error(),
                 (Error{Kind::Conflict, u"Sold out"_s, u"p-0003"_s}));
        QCOMPARE(reserve("r-3", {{u"p-9999"_s, 1}}).error().kind, Kind::NotFound);
    }

    void aRepeatHoldsNothingMore()
    {
        const auto first = reserve("r-1", {{u"p-0001"_s, 3}, {u"p-0002"_s, 1}});
        const auto second = reserve("r-1", {{u"p-0002"_s, 1}, {u"p-0001"_s, 3}});
        QVERIFY(second && second->body == first->body);
        QCOMPARE(stock(u"p-0001"_s), u"7 3 0"_s);
        QCOMPARE(reserve("r-1", {{u"p-0001"_s, 4}, {u"p-0002"_s, 1}}).error().kind, Kind::Conflict);
        QCOMPARE(stock(u"p-0001"_s), u"7 3 0"_s);
    }

    void committingTwiceSellsOnce()
    {
        QVERIFY(reserve("r-1", {{u"p-0001"_s, 3}}));
        QVERIFY(commit(u"r-1"_s));
        QVERIFY(commit(u"r-1"_s));
        QCOMPARE(stock(u"p-0001"_s), u"7 0 3"_s);
        QCOMPARE(release(u"r-1"_s).error().kind, Kind::Conflict);
        QVERIFY2(reserve("r-1", {{u"p-0001"_s, 3}}), "the late repeat of the first request");
        QCOMPARE(stock(u"p-0001"_s), u"7 0 3"_s);
    }

    void releasingTwiceGivesBackOnce()
    {
        QVERIFY(reserve("r-1", {{u"p-0001"_s, 3}}));
        QCOMPARE(release(u"r-1"_s)->status, 204);
        QVERIFY(release(u"r-1"_s));
        QCOMPARE(stock(u"p-0001"_s), u"10 0 0"_s);
        QCOMPARE(commit(u"r-1"_s).error().kind, Kind::Conflict);
        QCOMPARE(reserve("r-1", {{u"p-0001"_s, 3}}).error().kind, Kind::Conflict);
        QCOMPARE(stock(u"p-0001"_s), u"10 0 0"_s);
    }

    void whatIsNotThereIsNotFound()
    {
        QCOMPARE(commit(u"r-1"_s).error().kind, Kind::NotFound);
        QCOMPARE(release(u"r-1"_s).error().kind, Kind::NotFound);
        QCOMPARE(release(u"r-1"_s, "r-2").error().kind, Kind::NotFound);
        QCOMPARE(m_shop->ask({u"inventory"_s, u"GET /stock/{product}"_s, {{u"product"_s, u"p-9999"_s}}})
                     .error()
                     .kind,
                 Kind::NotFound);
    }

    void aReservationThatWasCalledOffIsRefusedWhenItArrives()
    {
        QVERIFY(release(u"r-1"_s, "r-1"));
        QCOMPARE(reserve("r-1", {{u"p-0001"_s, 3}}).error().kind, Kind::Conflict);
        QCOMPARE(stock(u"p-0001"_s), u"10 0 0"_s);
    }

    void aForgottenReservationIsLetGo()
    {
        QVERIFY(reserve("r-1", {{u"p-0001"_s, 3}}));
        QVERIFY(reserve("r-2", {{u"p-0001"_s, 1}}));
        QVERIFY(commit(u"r-2"_s));
        m_shop->pass(inventory::reservationLifetime - std::chrono::seconds(1));
        QCOMPARE(stock(u"p-0001"_s), u"6 3 1"_s);
        m_shop->pass(std::chrono::seconds(1) + inventory::expiryInterval);
        QCOMPARE(stock(u"p-0001"_s), u"9 0 1"_s);
        QCOMPARE(commit(u"r-1"_s).error().kind, Kind::Conflict);
        QVERIFY2(release(u"r-1"_s), "it is let go, as was wanted");
        QCOMPARE(stock(u"p-0001"_s), u"9 0 1"_s);
    }

    void aReservationIsForgottenOverACrashToo()
    {
        QVERIFY(reserve("r-1", {{u"p-0001"_s, 3}}));
        m_shop->crash(u"inventory"_s);
        m_shop->clock().advance(inventory::reservationLifetime);
        m_shop->restart(u"inventory"_s);
        m_shop->pass(inventory::expiryInterval);
        QCOMPARE(stock(u"p-0001"_s), u"10 0 0"_s);
    }

    void whateverIsAskedNothingIsMadeOrLost()
    {
        std::mt19937 random(20260101);
        const auto upTo
            = [&random](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
        for (int step = 0; step < 600; ++step) {
            const QString id = u"r-%1"_s.arg(upTo(40));
            switch (upTo(4)) {
            case 0:
                std::ignore = commit(id);
                break;
            case 1:
                std::ignore = release(id, upTo(2) == 0 ? id.toLatin1() : QByteArray());
                break;
            default:
                std::ignore
                    = reserve(id.toLatin1(), {{u"p-0001"_s, 1 + upTo(4)}, {u"p-0002"_s, 1 + upTo(2)}});
            }
            const auto balanced
                = m_shop->database(u"inventory"_s)
                      .select<qint64>(u"SELECT available + held + sold FROM inventory_stock"
                                      " WHERE product IN ('p-0001', 'p-0002') ORDER BY product"_s,
                                      {}, [](const auto &row) { return row.integer(0); });
            QCOMPARE(*balanced, (std::vector<qint64>{10, 2}));
        }
    }

    void aWrongReservationNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const QByteArray &items, const QString &subject) {
            QTest::newRow(name) << QByteArray(R"({"order":"o-1","items":)" + items + '}') << subject;
        };
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("no order") << QByteArray(R"({"items":[{"product":"p-0001","quantity":1}]})")
                                  << u"/order"_s;
        QTest::newRow("no items") << QByteArray(R"({"order":"o-1"})") << u"/items"_s;
        row("an empty list", "[]", u"/items"_s);
        row("not a list", R"({"product":"p-0001","quantity":1})", u"/items"_s);
        row("a list of words", R"(["p-0001"])", u"/items/0/product"_s);
        row("no quantity", R"([{"product":"p-0001","quantity":1},{"product":"p-0002"}])",
            u"/items/1/quantity"_s);
        row("nothing of it", R"([{"product":"p-0001","quantity":0}])", u"/items/0/quantity"_s);
        row("less than nothing", R"([{"product":"p-0001","quantity":-5}])", u"/items/0/quantity"_s);
        row("one product twice", R"([{"product":"p-0001","quantity":1},{"product":"p-0001","quantity":1}])",
            u"/items"_s);
        QJsonArray many;
        for (int n = 0; n < 201; ++n)
            many.append(QJsonObject{{u"product"_s, u"p-%1"_s.arg(n)}, {u"quantity"_s, 1}});
        row("201 products", QJsonDocument(many).toJson(), u"/items"_s);
    }
    void aWrongReservationNamesTheField()
    {
        QFETCH(QByteArray, request);
        QFETCH(QString, subject);
        const auto refused
            = m_shop->ask({u"inventory"_s, u"POST /reservations"_s, {}, {}, request, {}, "r-1"});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::InvalidInput);
        QCOMPARE(refused.error().subject, subject);
    }

private:
    using Error = model::result::Error;
    struct Item
    {
        QString product;
        int quantity;
    };
    Result<Reply> reserve(const QByteArray &key, const std::vector<Item> &items)
    {
        QJsonArray array;
        for (const auto &[product, quantity] : items)
            array.append(QJsonObject{{u"product"_s, product}, {u"quantity"_s, quantity}});
        return m_shop->ask({u"inventory"_s,
                            u"POST /reservations"_s,
                            {},
                            {},
                            body({{u"order"_s, u"o-1"_s}, {u"items"_s, array}}),
                            {},
                            key});
    }
    Result<Reply> commit(const QString &id)
    {
        return m_shop->ask({u"inventory"_s, u"POST /reservations/{id}/commit"_s, {{u"id"_s, id}}});
    }
    Result<Reply> release(const QString &id, const QByteArray &key = {})
    {
        return m_shop->ask(
            {u"inventory"_s, u"DELETE /reservations/{id}"_s, {{u"id"_s, id}}, {}, {}, {}, key});
    }
    void setStock(const QString &product, std::int64_t available)
    {
        QVERIFY(m_shop->database(u"inventory"_s)
                    .execute(u"UPDATE inventory_stock SET available = ? WHERE product = ?"_s,
                             {available, product}));
    }
    // "available held sold"
    QString stock(const QString &product)
    {
        const auto shown
            = json(m_shop->ask({u"inventory"_s, u"GET /stock/{product}"_s, {{u"product"_s, product}}}));
        return u"%1 %2 %3"_s.arg(shown[u"available"_s].toInteger())
            .arg(shown[u"held"_s].toInteger())
            .arg(shown[u"sold"_s].toInteger());
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(InventoryTest)
#include "tst_inventory.moc"
