// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/seed/product.h>
#include <services/shop/storefront/passages.h>
#include <services/shop/storefront/storefront.h>

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <tests/localshop/alone.h>
#include <tests/localshop/localshop.h>

using namespace Qt::StringLiterals;
using namespace services;
using namespace tests::localshop;
using contract::Parameters;
using model::result::Error;
using model::result::Kind;

namespace {

using LoneStorefront = Alone<shop::storefront::Storefront>;

Reply good(const char *json)
{
    Reply reply;
    reply.body = json;
    return reply;
}

} // namespace

class StorefrontTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void everyPassageForwardsAllOfTheRequest_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("capability");
        QTest::addColumn<QString>("target");
        for (const auto &passage : shop::storefront::passages())
            QTest::newRow(qPrintable(passage.operation))
                << passage.operation << passage.to.capability.value << passage.to.operation;
    }
    void everyPassageForwardsAllOfTheRequest()
    {
        QFETCH(QString, operation);
        QFETCH(QString, capability);
        QFETCH(QString, target);
        LoneStorefront storefront(u"storefront"_s);
        storefront.script.answers = {good("{\"x\":1}")};
        Request request;
        request.path = {{u"id"_s, u"7"_s}};
        request.query = {{u"page"_s, u"2"_s}};
        request.body = "{}";
        request.context.session = "a session";
        request.context.idempotencyKey = "a key";
        request.context.deadline = contract::Instant(std::chrono::seconds(5));
        const auto answer = storefront.ask(operation, request);
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("{\"x\":1}"));
        QCOMPARE(storefront.script.asked.size(), std::size_t{1});
        const auto &asked = storefront.script.asked.front();
        QCOMPARE(asked.endpoint.capability.value, capability);
        QCOMPARE(asked.endpoint.operation, target);
        QCOMPARE(asked.path, request.path);
        QCOMPARE(asked.query, request.query);
        QCOMPARE(asked.body, request.body);
        QCOMPARE(asked.context.session, request.context.session);
        QCOMPARE(asked.context.idempotencyKey, request.context.idempotencyKey);
        QVERIFY(asked.context.deadline == request.context.deadline);
        QCOMPARE(operation, QString(target).replace(u" /"_s, u" /api/"_s));
    }

    void theDoorIsAsTheSystemsFileSays()
    {
        QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList declared; // what is served, and what is passed on as it is
        for (const auto &capability :
             QJsonDocument::fromJson(file.readAll()).object()[u"capabilities"_s].toArray()) {
            if (capability[u"id"_s].toString() != u"storefront")
                continue;
            for (const auto &endpoint : capability[u"endpoints"_s].toArray()) {
                declared.append(endpoint[u"operation"_s].toString());
                for (const auto &call : endpoint[u"calls"_s].toArray())
                    if (call[u"necessity"_s].toString() != u"optional")
                        declared.append(endpoint[u"operation"_s].toString() + u" -> "_s
                                        + call[u"to"_s].toString());
            }
        }
        QStringList coded;
        const LoneStorefront storefront(u"storefront"_s);
        for (const auto &route : storefront.component().routes())
            coded.append(route.operation);
        for (const auto &[operation, to] : shop::storefront::passages())
            coded.append(u"%1 -> %2 %3"_s.arg(operation, to.capability.value, to.operation));
        QCOMPARE(QSet(coded.begin(), coded.end()), QSet(declared.begin(), declared.end()));
    }

    void anErrorOfARequiredCallReachesTheCustomerAsItIs_data()
    {
        QTest::addColumn<int>("kind");
        for (const auto kind : {Kind::Declined, Kind::NotFound, Kind::Unavailable, Kind::TimedOut,
                                Kind::Conflict, Kind::Cancelled})
            QTest::newRow(qPrintable(model::result::word(kind))) << static_cast<int>(kind);
    }
    void anErrorOfARequiredCallReachesTheCustomerAsItIs()
    {
        QFETCH(int, kind);
        LoneStorefront storefront(u"storefront"_s);
        const Error error{static_cast<Kind>(kind), u"Why"_s, u"/card"_s};
        storefront.script.answers = {contract::failure(error)};
        const auto answer = storefront.ask(u"POST /api/orders"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, error.kind);
        QCOMPARE(answer.error().message, error.message);
        QCOMPARE(answer.error().subject, error.subject);
    }

    void whatWasMadeIsFoundThroughTheDoor()
    {
        LoneStorefront storefront(u"storefront"_s);
        auto made = good("{}");
        made.location = "/orders/o-1";
        storefront.script.answers = {made};
        QCOMPARE(storefront.ask(u"POST /api/orders"_s)->location, QByteArray("/api/orders/o-1"));
    }

    void optionalCallsHaveTheirStandIn_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("degraded");
        QTest::newRow("search") << u"GET /api/search"_s << u"remembered answers"_s;
        QTest::newRow("recommendations") << u"GET /api/recommendations"_s << u"best sellers"_s;
        QTest::newRow("shipments") << u"GET /api/shipments"_s << u"no tracking yet"_s;
        QTest::newRow("home") << u"GET /home"_s << u"an empty shelf, best sellers"_s;
    }
    void optionalCallsHaveTheirStandIn()
    {
        QFETCH(QString, operation);
        QFETCH(QString, degraded);
        for (const auto kind : {Kind::Unavailable, Kind::TimedOut, Kind::Overloaded, Kind::Refused,
                                Kind::Reset, Kind::Internal}) {
            LoneStorefront storefront(u"storefront"_s);
            storefront.script.answers = {contract::failure(kind, u"away"_s)};
            const auto answer = storefront.ask(operation);
            QVERIFY(answer);
            QCOMPARE(answer->status, 200);
            QCOMPARE(answer->degraded, degraded);
            QVERIFY(QJsonDocument::fromJson(answer->body).isObject());
        }
    }

    void aWrongQuestionAndAnEndGetNoStandIn_data()
    {
        QTest::addColumn<QString>("operation");
        for (const auto &operation :
             {u"GET /api/search"_s, u"GET /api/recommendations"_s, u"GET /api/shipments"_s, u"GET /home"_s})
            QTest::newRow(qPrintable(operation)) << operation;
    }
    void aWrongQuestionAndAnEndGetNoStandIn()
    {
        QFETCH(QString, operation);
        for (const auto kind : {Kind::InvalidInput, Kind::Unauthenticated, Kind::Cancelled}) {
            LoneStorefront storefront(u"storefront"_s);
            storefront.script.answers = {contract::failure(kind, u"no"_s)};
            const auto answer = storefront.ask(operation);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, kind);
        }
    }

    void searchRemembersItsAnswersByQuestion()
    {
        const auto first = search(u"Oak  STOOL"_s);
        QVERIFY(first->degraded.isEmpty());
        m_shop->crash(u"search"_s);
        const auto again = search(u"oak stool"_s);
        QCOMPARE(again->degraded, u"remembered answers"_s);
        QCOMPARE(again->body, first->body);
        QVERIFY(!json(again)[u"items"_s].toArray().isEmpty());
        const auto unknown = search(u"walnut"_s);
        QCOMPARE(unknown->degraded, u"remembered answers"_s);
        QVERIFY(json(unknown)[u"items"_s].toArray().isEmpty());
        m_shop->restart(u"search"_s);
        QVERIFY(search(u"walnut"_s)->degraded.isEmpty());
    }

    void manyLongSearchesAreAllAnswered()
    {
        for (int i = 0; i < 300; ++i)
            QVERIFY(search(QString::number(i) + QString(5000, u'q')));
    }

    void suggestionsFallBackOnTheBestSellers()
    {
        m_shop->crash(u"recommendations"_s);
        const auto answer = door(u"GET /api/recommendations"_s);
        QCOMPARE(answer->degraded, u"best sellers"_s);
        const auto items = json(answer)[u"items"_s].toArray();
        QCOMPARE(items.size(), 4);
        QCOMPARE(items.first().toObject()[u"id"_s].toString(), shop::seed::bestSellers().front().id);
    }

    void aDegradedAnswerStaysDegradedAtTheDoor()
    {
        m_shop->crash(u"catalogue"_s);
        QCOMPARE(door(u"GET /api/recommendations"_s)->degraded, u"names as last seen"_s);
    }

    void homeIsServedWhateverIsAway_data()
    {
        QTest::addColumn<QStringList>("away");
        QTest::addColumn<QString>("degraded");
        QTest::addColumn<int>("featured");
        QTest::newRow("nothing") << QStringList{} << u""_s << 8;
        QTest::newRow("recommendations") << QStringList{u"recommendations"_s} << u"best sellers"_s << 8;
        QTest::newRow("the catalogue")
            << QStringList{u"catalogue"_s} << u"an empty shelf, names as last seen"_s << 0;
        QTest::newRow("both") << QStringList{u"catalogue"_s, u"recommendations"_s}
                              << u"an empty shelf, best sellers"_s << 0;
        QTest::newRow("all that it does not need")
            << QStringList{u"accounts"_s, u"cart"_s, u"orders"_s, u"search"_s} << u""_s << 8;
    }
    void homeIsServedWhateverIsAway()
    {
        QFETCH(QStringList, away);
        QFETCH(QString, degraded);
        QFETCH(int, featured);
        for (const auto &capability : away)
            m_shop->crash(capability);
        const auto home = door(u"GET /home"_s);
        QVERIFY(home);
        QCOMPARE(home->degraded, degraded);
        QCOMPARE(json(home)[u"greeting"_s].toString(), u"Welcome"_s);
        QCOMPARE(json(home)[u"featured"_s].toObject()[u"items"_s].toArray().size(), featured);
        QCOMPARE(json(home)[u"suggestions"_s].toObject()[u"items"_s].toArray().size(), 4);
    }

    void aCustomerIsGreetedByName()
    {
        Ask ask{u"storefront"_s, u"GET /home"_s};
        ask.session = m_shop->session(7);
        QCOMPARE(json(m_shop->ask(ask))[u"greeting"_s].toString(), u"Good to see you, Shopper 7"_s);
        ask.session += "x"; // not signed by us
        QCOMPARE(json(m_shop->ask(ask))[u"greeting"_s].toString(), u"Welcome"_s);
    }

    void thePageIsServedWhateverIsAway()
    {
        for (const auto &capability : capabilities())
            if (capability != u"storefront")
                m_shop->crash(capability);
        const auto page = door(u"GET /"_s);
        QVERIFY(page);
        QCOMPARE(page->mediaType, QByteArray("text/html; charset=utf-8"));
        QVERIFY(page->degraded.isEmpty());
        QVERIFY(page->body.contains("data-test=\"search-input\""));
    }

    void aCustomerCanShopThroughTheDoor()
    {
        const auto session = m_shop->session(3);
        const auto before = json(m_shop->ask({u"storefront"_s, u"GET /api/cart"_s, {}, {}, {}, session}));
        QVERIFY(!before[u"items"_s].toArray().isEmpty());
        QVERIFY(m_shop->ask({u"storefront"_s,
                             u"PUT /api/cart/items/{product}"_s,
                             {{u"product"_s, u"p-0500"_s}},
                             {},
                             "{\"quantity\":2}",
                             session}));
        const auto order = m_shop->ask({u"storefront"_s,
                                        u"POST /api/orders"_s,
                                        {},
                                        {},
                                        "{\"card\":\"4242424242424242\"}",
                                        session,
                                        "key-1"});
        QVERIFY(order);
        QCOMPARE(order->status, 201);
        m_shop->pump();
        const auto messages
            = json(m_shop->ask({u"storefront"_s, u"GET /api/messages"_s, {}, {}, {}, session}));
        QVERIFY(!messages[u"items"_s].toArray().isEmpty());
        const auto shipments
            = json(m_shop->ask({u"storefront"_s, u"GET /api/shipments"_s, {}, {}, {}, session}));
        QCOMPARE(shipments[u"items"_s].toArray().size(), 1);
        const auto after = json(m_shop->ask({u"storefront"_s, u"GET /api/cart"_s, {}, {}, {}, session}));
        QVERIFY(after[u"items"_s].toArray().isEmpty());
    }

private:
    Result<Reply> door(const QString &operation, const Parameters &query = {})
    {
        return m_shop->ask({u"storefront"_s, operation, {}, query});
    }
    Result<Reply> search(const QString &text) { return door(u"GET /api/search"_s, {{u"q"_s, text}}); }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(StorefrontTest)
#include "tst_storefront.moc"
