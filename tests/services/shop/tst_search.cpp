// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/events/productchanged.h>
#include <services/shop/events/publishing.h>
#include <services/shop/search/matchquery.h>

#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <tests/localshop/localshop.h>

using namespace Qt::StringLiterals;
using namespace services::shop;
using namespace tests::localshop;
using model::result::Kind;
using services::contract::Parameters;

class SearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void wordsAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // in the name of the best one
        QTest::newRow("a word") << u"kettle"_s << u"kettle"_s;
        QTest::newRow("the beginning of a word") << u"kett"_s << u"kettle"_s;
        QTest::newRow("two words in any order") << u"kettle copper"_s << u"copper kettle"_s;
        QTest::newRow("capitals") << u"TEAPOT"_s << u"teapot"_s;
        QTest::newRow("accents") << u"tèapöt"_s << u"teapot"_s;
        QTest::newRow("words between signs")
            << u"  (walnut)*  \"serving\" - board: "_s << u"walnut serving board"_s;
        QTest::newRow("a word of the description") << u"breakfast ceremony"_s << u"egg cup"_s;
    }
    void wordsAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto found = json(find(text));
        QVERIFY(found[u"total"_s].toInt() > 0);
        const auto best = found[u"items"_s].toArray().first().toObject();
        QVERIFY2(best[u"name"_s].toString().contains(expected), qPrintable(best[u"name"_s].toString()));
        QVERIFY(best[u"price"_s].toInt() > 0 && !best[u"category"_s].toString().isEmpty());
    }

    void aNameCountsMoreThanADescription()
    {
        publish({u"p-a"_s, u"Plain box"_s, u"zylo zylo zylo zylo"_s, u"Toys"_s, 100, u"EUR"_s, 1});
        publish({u"p-b"_s, u"Zylo box"_s, u"A box."_s, u"Toys"_s, 100, u"EUR"_s, 1});
        QCOMPARE(ids(u"zylo"_s), (QStringList{u"p-b"_s, u"p-a"_s}));
    }

    void hostileTextsFindNothingAndBreakNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << u""_s;
        QTest::newRow("spaces") << u"   "_s;
        QTest::newRow("a quote") << u"\""_s;
        QTest::newRow("an odd number of quotes") << u"\"\"\" zzqx \""_s;
        QTest::newRow("an operator alone") << u"*"_s;
        QTest::newRow("operators as words") << u"NEAR AND OR NOT zzqx"_s;
        QTest::newRow("a column filter") << u"name : zzqx"_s;
        QTest::newRow("a column set") << u"{name category} : zzqx"_s;
        QTest::newRow("NEAR") << u"NEAR(zzqx zzqy, 5)"_s;
        QTest::newRow("a caret and a plus") << u"^zzqx + zzqy"_s;
        QTest::newRow("SQL") << u"'; DROP TABLE search_products; -- zzqx"_s;
        QTest::newRow("a NUL") << u"zz"_s + QChar(0) + u"qx\""_s;
        QTest::newRow("half a surrogate pair") << u"zzqx"_s + QChar(0xd83c);
        QTest::newRow("no character") << QString(QChar(0xffff));
        QTest::newRow("another script") << u"茶碗"_s;
        QTest::newRow("a face") << u"\U0001F375"_s;
        QTest::newRow("accents alone") << QString(50, QChar(0x0301));
        QTest::newRow("very long") << QString(200'000, u'q');
        QTest::newRow("very many words") << u"zzqx "_s.repeated(50'000);
        QTest::newRow("right to left") << u"\u202Ezzqx\u202C"_s;
    }
    void hostileTextsFindNothingAndBreakNothing()
    {
        QFETCH(QString, text);
        const auto found = find(text);
        QVERIFY2(found.has_value(), qPrintable(found ? QString() : found.error().message));
        QCOMPARE(json(found)[u"items"_s].toArray().size(), 0);
        QCOMPARE(json(found)[u"total"_s].toInt(), 0);
    }

    void randomBytesNeverMakeAnError()
    {
        QRandomGenerator random(20261122);
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (int i = random.bounded(12); i >= 0; --i)
                text += random.bounded(3) == 0 ? QChar(random.bounded(0x10000)) : QChar(random.bounded(0x80));
            const auto found = find(text);
            QVERIFY2(found.has_value(),
                     qPrintable(u"%1: %2"_s.arg(text, found ? QString() : found.error().message)));
        }
    }

    void onlyQuotedBeginningsReachTheIndex()
    {
        QCOMPARE(search::matchQuery(u"oak AND \"mug"_s), u"\"oak\"* \"AND\"* \"mug\"*"_s);
        QCOMPARE(search::matchQuery(u"a b c d e f g h i j"_s).count(u'*'), 8);
        QVERIFY(search::matchQuery(u"-*^:\"()"_s).isEmpty());
    }

    void wrongQuestionsAreRefused_data()
    {
        QTest::addColumn<Parameters>("query");
        QTest::newRow("no q") << Parameters{};
        QTest::newRow("no limit") << Parameters{{u"q"_s, u"mug"_s}, {u"limit"_s, u"0"_s}};
        QTest::newRow("a huge limit") << Parameters{{u"q"_s, u"mug"_s}, {u"limit"_s, u"101"_s}};
        QTest::newRow("a limit of words") << Parameters{{u"q"_s, u"mug"_s}, {u"limit"_s, u"all"_s}};
    }
    void wrongQuestionsAreRefused()
    {
        QFETCH(Parameters, query);
        const auto refused = m_shop->ask({u"search"_s, u"GET /search"_s, {}, query});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::InvalidInput);
    }

    void theLimitHoldsAndTheTotalTellsAll()
    {
        const auto found = json(
            m_shop->ask({u"search"_s, u"GET /search"_s, {}, {{u"q"_s, u"oak"_s}, {u"limit"_s, u"5"_s}}}));
        QCOMPARE(found[u"items"_s].toArray().size(), 5);
        QVERIFY(found[u"total"_s].toInt() > 5);
    }

    void itWorksWhileTheCatalogueIsAway()
    {
        m_shop->crash(u"catalogue"_s);
        QVERIFY(json(find(u"mug"_s))[u"total"_s].toInt() > 0);
    }

    void aChangeInTheCatalogueIsFound()
    {
        const QJsonObject product{{u"name"_s, u"Quixotic lamp"_s},
                                  {u"description"_s, u""_s},
                                  {u"category"_s, u"Lighting"_s},
                                  {u"price"_s, 4200}};
        QVERIFY(m_shop->ask(
            {u"catalogue"_s, u"PUT /products/{id}"_s, {{u"id"_s, u"p-0001"_s}}, {}, body(product)}));
        QVERIFY(ids(u"quixotic"_s).isEmpty());
        m_shop->pump();
        QCOMPARE(ids(u"quixotic"_s), QStringList{u"p-0001"_s});
        QVERIFY(!ids(u"alder oak serving board"_s).contains(u"p-0001"_s)); // its old words are gone
    }

    void aMessageThatWaitedForARestartIsNotLost()
    {
        const events::ProductChanged changed{u"p-x"_s, u"Quixotic lamp"_s, u""_s, u"Lighting"_s,
                                             4200,     u"EUR"_s,           1};
        m_shop->publish(events::makeEvent(u"product.changed"_s, changed.id, events::toPayload(changed),
                                          m_shop->clock().wallTime()));
        m_shop->crash(u"search"_s);
        m_shop->pump();
        QCOMPARE(m_shop->queued(u"search"_s), std::size_t{1});
        m_shop->restart(u"search"_s);
        m_shop->pump();
        QCOMPARE(ids(u"quixotic"_s), QStringList{u"p-x"_s});
    }

    void aRepeatedMessageChangesNothing()
    {
        publish({u"p-x"_s, u"Quixotic lamp"_s, u""_s, u"Lighting"_s, 4200, u"EUR"_s, 2}, 3);
        QCOMPARE(ids(u"quixotic"_s), QStringList{u"p-x"_s});
    }

    void aLateMessageNeverReplacesANewerOne()
    {
        publish({u"p-x"_s, u"Newer lamp"_s, u""_s, u"Lighting"_s, 4200, u"EUR"_s, 5});
        publish({u"p-x"_s, u"Quixotic lamp"_s, u""_s, u"Lighting"_s, 1, u"EUR"_s, 4});
        QVERIFY(ids(u"quixotic"_s).isEmpty());
        QCOMPARE(ids(u"newer lamp"_s), QStringList{u"p-x"_s});
    }

    void unreadableMessagesAreSetAside_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("\x00\xff{");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("without a version") << QByteArray(
            R"({"id":"p","name":"n","description":"","category":"c","price":1,"currency":"EUR"})");
        QTest::newRow("wrong types") << QByteArray(
            R"({"id":1,"name":[],"description":{},"category":null,"price":"1","currency":2,"version":true})");
    }
    void unreadableMessagesAreSetAside()
    {
        QFETCH(QByteArray, payload);
        m_shop->publish(events::makeEvent(u"product.changed"_s, u"p"_s, payload, m_shop->clock().wallTime()));
        m_shop->pump();
        QCOMPARE(m_shop->queued(u"search"_s), std::size_t{0});
        QCOMPARE(m_shop->setAside(u"search"_s), 1);
        QVERIFY(json(find(u"mug"_s))[u"total"_s].toInt() > 0);
    }

private:
    Result<Reply> find(const QString &text)
    {
        return m_shop->ask({u"search"_s, u"GET /search"_s, {}, {{u"q"_s, text}}});
    }
    QStringList ids(const QString &text)
    {
        QStringList all;
        for (const auto &item : json(find(text))[u"items"_s].toArray())
            all.append(item.toObject()[u"id"_s].toString());
        return all;
    }
    void publish(const events::ProductChanged &changed, int copies = 1)
    {
        m_shop->publish(events::makeEvent(u"product.changed"_s, changed.id, events::toPayload(changed),
                                          m_shop->clock().wallTime()));
        m_shop->pump(copies);
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
