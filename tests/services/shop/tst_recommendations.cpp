// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/events/orderplaced.h>
#include <services/shop/events/publishing.h>
#include <services/shop/recommendations/recommendations.h>
#include <services/shop/recommendations/schema.h>
#include <services/shop/seed/product.h>

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <tests/localshop/alone.h>
#include <tests/localshop/localshop.h>

using namespace Qt::StringLiterals;
using namespace services::shop;
using namespace tests::localshop;
using model::result::Kind;
using services::contract::Parameters;

class RecommendationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void bestSellersStandWhereNothingIsKnown()
    {
        const auto answer = ask({});
        QVERIFY(answer);
        QVERIFY(answer->degraded.isEmpty());
        const auto items = json(answer)[u"items"_s].toArray();
        QCOMPARE(items.size(), 4);
        const auto best = seed::bestSellers();
        QCOMPARE(items.at(0).toObject()[u"id"_s].toString(), best.at(0).id);
        QCOMPARE(items.at(0).toObject()[u"name"_s].toString(), best.at(0).name);
        QCOMPARE(items.at(0).toObject()[u"reason"_s].toString(), u"best-seller"_s);
    }

    void whatWasBoughtTogetherIsSuggestedFirst()
    {
        order({u"p-0100"_s, u"p-0200"_s, u"p-0300"_s});
        order({u"p-0100"_s, u"p-0300"_s});
        QCOMPARE(ids(u"p-0100"_s).first(2), (QStringList{u"p-0300"_s, u"p-0200"_s}));
        QCOMPARE(ids(u"p-0200"_s).first(2), (QStringList{u"p-0100"_s, u"p-0300"_s}));
        QCOMPARE(ids(u"p-0100"_s).size(), 4); // best sellers fill the row
        QVERIFY(!ids(u"p-0100"_s).contains(u"p-0100"_s));
    }

    void realSalesOvertakeTheFirstDaysBestSellers()
    {
        for (int i = 0; i < 13; ++i)
            order({u"p-0777"_s});
        QCOMPARE(ids({}).first(), u"p-0777"_s);
    }

    void aRepeatedMessageCountsOnce()
    {
        for (int i = 0; i < 5; ++i)
            order({u"p-0777"_s}, 3); // five sold, not fifteen: fewer than the best seller
        QVERIFY(ids({}).first() != u"p-0777"_s);
    }

    void namesAreAskedOfTheCatalogue()
    {
        const auto best = seed::bestSellers().front();
        rename(best.id, u"A new name"_s, 1234);
        const auto item = json(ask({}))[u"items"_s].toArray().first().toObject();
        QCOMPARE(item[u"name"_s].toString(), u"A new name"_s);
        QCOMPARE(item[u"price"_s].toInt(), 1234);
    }

    void namesAreThoseLastSeenWhileTheCatalogueIsAway()
    {
        const auto best = seed::bestSellers().front();
        rename(best.id, u"A new name"_s, 1234);
        QVERIFY(ask({}));
        m_shop->crash(u"catalogue"_s);
        const auto answer = ask({});
        QVERIFY(answer);
        QCOMPARE(answer->degraded, u"names as last seen"_s);
        QCOMPARE(json(answer)[u"items"_s].toArray().first().toObject()[u"name"_s].toString(),
                 u"A new name"_s);
        m_shop->restart(u"catalogue"_s);
        QVERIFY(ask({})->degraded.isEmpty());
    }

    void whatIsNoLongerSoldIsNotSuggested()
    {
        order({u"p-0100"_s, u"p-gone"_s});
        QVERIFY(!ids(u"p-0100"_s).contains(u"p-gone"_s));
        QVERIFY(ask(u"p-0100"_s)->degraded.isEmpty());
    }

    void anEndingInstanceAnswersCancelled()
    {
        Alone<recommendations::Recommendations> alone(u"recommendations"_s, recommendations::migrations());
        QVERIFY(recommendations::seed(alone.database()));
        alone.script.answers = {services::contract::failure(Kind::Cancelled, u"The instance has stopped"_s)};
        const auto answer = alone.ask(u"GET /recommendations"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Cancelled);
        QCOMPARE(alone.script.asked.size(), std::size_t{4}); // none was dropped
    }

    void anEnormousOrderIsCountedButNotPairedWithoutEnd()
    {
        QStringList products;
        for (int i = 1; i <= 500; ++i)
            products.append(u"p-%1"_s.arg(i, 4, 10, QChar(u'0')));
        order(products);
        const auto pairs
            = m_shop->database(u"recommendations"_s)
                  .select<std::int64_t>(u"SELECT count(*) FROM recommendations_pairs"_s, {},
                                        [](const services::storage::Row &row) { return row.integer(0); });
        QCOMPARE(pairs->front(), 20 * 19);
    }

    void oddQuestions_data()
    {
        QTest::addColumn<QString>("product");
        QTest::newRow("unknown") << u"p-9999"_s;
        QTest::newRow("quotes") << u"' OR 1=1 --"_s;
        QTest::newRow("a NUL") << QString(QChar(0));
        QTest::newRow("very long") << QString(100'000, u'x');
    }
    void oddQuestions()
    {
        QFETCH(QString, product);
        QCOMPARE(ids(product).size(), 4);
    }

    void wrongLimitsAreRefused_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::newRow("zero") << u"0"_s;
        QTest::newRow("negative") << u"-3"_s;
        QTest::newRow("too many") << u"13"_s;
        QTest::newRow("a word") << u"many"_s;
    }
    void wrongLimitsAreRefused()
    {
        QFETCH(QString, limit);
        const auto answer
            = m_shop->ask({u"recommendations"_s, u"GET /recommendations"_s, {}, {{u"limit"_s, limit}}});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::InvalidInput);
    }

    void unreadableMessagesAreSetAside()
    {
        m_shop->crash(u"cart"_s); // they would not understand either
        m_shop->crash(u"shipping"_s);
        m_shop->crash(u"notifications"_s);
        for (const QByteArray payload : {"{", R"({"order":"o","items":[{"product":5}]})"})
            m_shop->publish(
                events::makeEvent(u"order.placed"_s, u"o"_s, payload, m_shop->clock().wallTime()));
        m_shop->pump();
        QCOMPARE(m_shop->queued(u"recommendations"_s), std::size_t{0});
        QCOMPARE(m_shop->setAside(u"recommendations"_s), 2);
        QCOMPARE(ids({}).first(), seed::bestSellers().front().id);
    }

private:
    Result<Reply> ask(const QString &product)
    {
        const auto query = product.isNull() ? Parameters{} : Parameters{{u"product"_s, product}};
        return m_shop->ask({u"recommendations"_s, u"GET /recommendations"_s, {}, query});
    }
    QStringList ids(const QString &product)
    {
        QStringList all;
        for (const auto &item : json(ask(product))[u"items"_s].toArray())
            all.append(item.toObject()[u"id"_s].toString());
        return all;
    }
    void rename(const QString &id, const QString &name, int price)
    {
        const QJsonObject product{
            {u"name"_s, name}, {u"description"_s, u""_s}, {u"category"_s, u"Toys"_s}, {u"price"_s, price}};
        QVERIFY(m_shop->ask({u"catalogue"_s, u"PUT /products/{id}"_s, {{u"id"_s, id}}, {}, body(product)}));
    }
    void order(const QStringList &products, int copies = 1)
    {
        events::OrderPlaced placed{.order = u"o-%1"_s.arg(++m_orders),
                                   .account = u"a-001"_s,
                                   .email = u"a@example.test"_s,
                                   .name = u"Ada"_s,
                                   .total = 1,
                                   .currency = u"EUR"_s,
                                   .items = {},
                                   .placedAt = m_shop->clock().wallTime()};
        for (const auto &product : products)
            placed.items.push_back({product, u"As ordered"_s, 100, 1});
        m_shop->publish(
            events::makeEvent(u"order.placed"_s, placed.order, events::toPayload(placed), placed.placedAt));
        m_shop->pump(copies);
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
    int m_orders = 0;
};

QTEST_GUILESS_MAIN(RecommendationsTest)
#include "tst_recommendations.moc"
