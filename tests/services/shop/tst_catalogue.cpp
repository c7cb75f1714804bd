// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/events/productchanged.h>

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <tests/localshop/localshop.h>

using namespace Qt::StringLiterals;
using namespace services::shop;
using namespace tests::localshop;
using model::result::Kind;
using services::contract::Parameters;

namespace {

QJsonObject newProduct(const QString &name = u"Marlow oak mug"_s)
{
    return {{u"name"_s, name},
            {u"description"_s, u"For tea."_s},
            {u"category"_s, u"Tableware"_s},
            {u"price"_s, 1990}};
}

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void theFirstPageHoldsProductsAndAllCategories()
    {
        const auto page = json(list({}));
        QCOMPARE(page[u"items"_s].toArray().size(), 24);
        QCOMPARE(page[u"total"_s].toInt(), 1200);
        QCOMPARE(page[u"page"_s].toInt(), 1);
        QCOMPARE(page[u"categories"_s].toArray().size(), 12);
        const auto first = page[u"items"_s].toArray().first().toObject();
        QCOMPARE(first[u"id"_s].toString(), u"p-0001"_s);
        QCOMPARE(first[u"currency"_s].toString(), u"EUR"_s);
        QVERIFY(first[u"price"_s].toInt() > 0);
    }

    void everyProductIsOnExactlyOnePage_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::newRow("in the shop's order") << u""_s;
        QTest::newRow("by name") << u"name"_s;
        QTest::newRow("by price") << u"price"_s;
        QTest::newRow("dearest first") << u"-price"_s;
    }
    void everyProductIsOnExactlyOnePage()
    {
        QFETCH(QString, sort);
        QSet<QString> seen;
        for (int page = 1; page <= 13; ++page) {
            for (const auto &item :
                 items({{u"page"_s, QString::number(page)}, {u"size"_s, u"100"_s}, {u"sort"_s, sort}}))
                seen.insert(item.toObject()[u"id"_s].toString());
        }
        QCOMPARE(seen.size(), 1200);
    }

    void pricesAreSorted()
    {
        qint64 last = 0;
        for (const auto &item : items({{u"sort"_s, u"price"_s}, {u"size"_s, u"100"_s}})) {
            const auto price = item.toObject()[u"price"_s].toInteger();
            QVERIFY(price >= last);
            last = price;
        }
    }

    void filtersNarrowTheShelf()
    {
        const auto page = json(list(
            {{u"category"_s, u"Tea and coffee"_s}, {u"minPrice"_s, u"2000"_s}, {u"maxPrice"_s, u"4000"_s}}));
        QVERIFY(page[u"total"_s].toInt() > 0 && page[u"total"_s].toInt() < 100);
        for (const auto &item : page[u"items"_s].toArray()) {
            QCOMPARE(item.toObject()[u"category"_s].toString(), u"Tea and coffee"_s);
            const auto price = item.toObject()[u"price"_s].toInt();
            QVERIFY(price >= 2000 && price <= 4000);
        }
    }

    void oddQuestionsGetEmptyPages_data()
    {
        QTest::addColumn<Parameters>("query");
        QTest::newRow("a page past the end") << Parameters{{u"page"_s, u"1000000"_s}, {u"size"_s, u"100"_s}};
        QTest::newRow("no such category") << Parameters{{u"category"_s, u"Motor cars"_s}};
        QTest::newRow("quotes in a category") << Parameters{{u"category"_s, u"' OR '1'='1"_s}};
        QTest::newRow("another script") << Parameters{{u"category"_s, u"茶\U0001F375"_s}};
        QTest::newRow("a NUL in a category") << Parameters{{u"category"_s, QString(QChar(0)) + u"Toys"_s}};
        QTest::newRow("crossed prices") << Parameters{{u"minPrice"_s, u"5000"_s}, {u"maxPrice"_s, u"10"_s}};
    }
    void oddQuestionsGetEmptyPages()
    {
        QFETCH(Parameters, query);
        const auto page = list(query);
        QVERIFY(page);
        QCOMPARE(json(page)[u"items"_s].toArray().size(), 0);
    }

    void wrongQuestionsAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("page zero") << u"page"_s << u"0"_s;
        QTest::newRow("a negative page") << u"page"_s << u"-1"_s;
        QTest::newRow("a page of words") << u"page"_s << u"two"_s;
        QTest::newRow("a page beyond numbers") << u"page"_s << u"99999999999999999999"_s;
        QTest::newRow("a page that overflows") << u"page"_s << u"9223372036854775807"_s;
        QTest::newRow("no size") << u"size"_s << u"0"_s;
        QTest::newRow("too large a size") << u"size"_s << u"101"_s;
        QTest::newRow("a negative price") << u"minPrice"_s << u"-1"_s;
        QTest::newRow("SQL as a sort") << u"sort"_s << u"price; DROP TABLE catalogue_products"_s;
    }
    void wrongQuestionsAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto page = list({{name, value}});
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Kind::InvalidInput);
        QCOMPARE(page.error().subject, name);
    }

    void aProductIsFoundByItsId()
    {
        const auto product = json(show(u"p-0042"_s));
        QCOMPARE(product[u"id"_s].toString(), u"p-0042"_s);
        QVERIFY(!product[u"description"_s].toString().isEmpty());
        QCOMPARE(product[u"version"_s].toInt(), 1);
    }

    void unknownIdsAreNotFound_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("unknown") << u"p-9999"_s;
        QTest::newRow("empty") << u""_s;
        QTest::newRow("quotes") << u"p-0001' OR 1=1 --"_s;
        QTest::newRow("a wild card") << u"p-%"_s;
        QTest::newRow("very long") << QString(100'000, u'p');
        QTest::newRow("a NUL after a good id") << u"p-0001"_s + QChar(0);
    }
    void unknownIdsAreNotFound()
    {
        QFETCH(QString, id);
        for (const auto &operation : {u"GET /products/{id}"_s, u"GET /products/{id}/picture"_s}) {
            const auto answer = m_shop->ask({u"catalogue"_s, operation, {{u"id"_s, id}}});
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Kind::NotFound);
        }
    }

    void aNewProductIsShownAndToldOf()
    {
        const auto made = put(u"p-new"_s, newProduct());
        QVERIFY(made);
        QCOMPARE(made->status, 201);
        QCOMPARE(made->location, QByteArray("/products/p-new"));
        QCOMPARE(json(show(u"p-new"_s))[u"name"_s].toString(), u"Marlow oak mug"_s);
        const auto event = news();
        QCOMPARE(event.topic.value, u"product.changed"_s);
        QCOMPARE(event.key, QByteArray("p-new"));
        const auto told = events::productChanged(event.payload);
        QVERIFY(told);
        QCOMPARE(told->name, u"Marlow oak mug"_s);
        QCOMPARE(told->version, 1);
    }

    void eachChangeRaisesTheVersion()
    {
        QCOMPARE(put(u"p-0001"_s, newProduct(u"First"_s))->status, 200);
        QCOMPARE(json(put(u"p-0001"_s, newProduct(u"Second"_s)))[u"version"_s].toInt(), 3);
        QCOMPARE(json(show(u"p-0001"_s))[u"name"_s].toString(), u"Second"_s);
    }

    void theCategoriesCountWhatTheyHold()
    {
        auto novel = newProduct();
        novel[u"category"_s] = u"Novelties"_s;
        QVERIFY(put(u"p-new"_s, novel));
        QCOMPARE(countOf(u"Novelties"_s), 1);
        QVERIFY(put(u"p-new"_s, novel)); // it stays where it is
        QCOMPARE(countOf(u"Novelties"_s), 1);
        const int tableware = countOf(u"Tableware"_s);
        QVERIFY(put(u"p-new"_s, newProduct()));
        QCOMPARE(countOf(u"Tableware"_s), tableware + 1);
        QCOMPARE(countOf(u"Novelties"_s), 0);
        QCOMPARE(json(list({}))[u"total"_s].toInt(), 1201);
        QCOMPARE(json(list({{u"category"_s, u"Tableware"_s}}))[u"total"_s].toInt(), tableware + 1);
    }

    void aStaleVersionIsAConflictAndChangesNothing()
    {
        auto product = newProduct();
        product[u"version"_s] = 1;
        QVERIFY(put(u"p-0001"_s, product));
        const auto late = put(u"p-0001"_s, product);
        QVERIFY(!late);
        QCOMPARE(late.error().kind, Kind::Conflict);
        QCOMPARE(json(show(u"p-0001"_s))[u"version"_s].toInt(), 2);
        QCOMPARE(depth(), 1);
    }

    void wrongProductsAreRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no name") << u"name"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("an empty name") << u"name"_s << QJsonValue(u"  "_s);
        QTest::newRow("a long name") << u"name"_s << QJsonValue(QString(121, u'x'));
        QTest::newRow("a number as a name") << u"name"_s << QJsonValue(5);
        QTest::newRow("a NUL in the name") << u"name"_s << QJsonValue(u"a"_s + QChar(0) + u"b"_s);
        QTest::newRow("a negative price") << u"price"_s << QJsonValue(-1);
        QTest::newRow("a fraction of a cent") << u"price"_s << QJsonValue(10.5);
        QTest::newRow("a text as a price") << u"price"_s << QJsonValue(u"10"_s);
        QTest::newRow("a price without end") << u"price"_s << QJsonValue(1e18);
        QTest::newRow("another currency") << u"currency"_s << QJsonValue(u"USD"_s);
        QTest::newRow("an object as a category") << u"category"_s << QJsonValue(QJsonObject());
        QTest::newRow("a text as a version") << u"version"_s << QJsonValue(u"1"_s);
    }
    void wrongProductsAreRefused()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        auto product = newProduct();
        product[field] = value;
        const auto refused = put(u"p-0001"_s, product);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::InvalidInput);
        QCOMPARE(refused.error().subject, u'/' + field);
        QCOMPARE(depth(), 0);
        QCOMPARE(json(show(u"p-0001"_s))[u"version"_s].toInt(), 1);
    }

    void wrongIdsAreRefused_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("capitals") << u"P-1"_s;
        QTest::newRow("a slash") << u"a/b"_s;
        QTest::newRow("too long") << QString(65, u'a');
        QTest::newRow("a leading dash") << u"-a"_s;
        QTest::newRow("a line end") << u"a\n"_s;
    }
    void wrongIdsAreRefused()
    {
        QFETCH(QString, id);
        const auto refused = put(id, newProduct());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::InvalidInput);
    }

    void textsWithQuotesAndOtherScriptsAreKeptAsTheyAre()
    {
        const auto name = u"Łódź's \"teapot\"; DROP TABLE x; \U0001F375"_s;
        QVERIFY(put(u"p-odd"_s, newProduct(name)));
        QCOMPARE(json(show(u"p-odd"_s))[u"name"_s].toString(), name);
    }

    void changesSurviveACrash()
    {
        QVERIFY(put(u"p-0001"_s, newProduct()));
        m_shop->crash(u"catalogue"_s);
        m_shop->restart(u"catalogue"_s);
        QCOMPARE(json(show(u"p-0001"_s))[u"name"_s].toString(), u"Marlow oak mug"_s);
    }

    void picturesMayBeCached()
    {
        const auto picture
            = m_shop->ask({u"catalogue"_s, u"GET /products/{id}/picture"_s, {{u"id"_s, u"p-0007"_s}}});
        QVERIFY(picture);
        QCOMPARE(picture->mediaType, QByteArray("image/svg+xml"));
        QVERIFY(picture->cacheControl.contains("max-age"));
        QVERIFY(picture->body.startsWith("<svg"));
    }

private:
    Result<Reply> list(const Parameters &query)
    {
        return m_shop->ask({u"catalogue"_s, u"GET /products"_s, {}, query});
    }
    QJsonArray items(const Parameters &query) { return json(list(query))[u"items"_s].toArray(); }
    Result<Reply> show(const QString &id)
    {
        return m_shop->ask({u"catalogue"_s, u"GET /products/{id}"_s, {{u"id"_s, id}}});
    }
    Result<Reply> put(const QString &id, const QJsonObject &product)
    {
        return m_shop->ask({u"catalogue"_s, u"PUT /products/{id}"_s, {{u"id"_s, id}}, {}, body(product)});
    }
    int countOf(const QString &name) // 0: the shop does not name it
    {
        for (const auto &category : json(list({}))[u"categories"_s].toArray()) {
            if (category[u"name"_s].toString() == name)
                return category[u"products"_s].toInt();
        }
        return 0;
    }
    int depth() { return services::storage::Outbox(m_shop->database(u"catalogue"_s)).depth().value_or(-1); }
    Event news() { return services::storage::Outbox(m_shop->database(u"catalogue"_s)).oldest(1)->front(); }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
