// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/system/systemreader.h>

#include <QTest>

#include <tests/model/schema/jsonedit.h>

using namespace Qt::StringLiterals;
using model::system::SystemReader;

// The shop's file with one mistake a row: each is found where it is, and the message helps.
class TestContradictions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheMistake_data();
    void findsTheMistake();
    void findsEachMistakeAtOnce();
    void acceptsWhatOnlyLooksWrong_data();
    void acceptsWhatOnlyLooksWrong();

private:
    const QJsonValue m_shop
        = tests::schema::valueOf(tests::schema::sourceFile(u"resources/systems/shop.json"_s));
};

namespace {

// Columns: where the file is changed, to what (nothing: removed), where the error points, what its message
// holds.
void row(const char *name, const char *change, const char *to, const char *subject, const char *message)
{
    QTest::newRow(name) << QString::fromUtf8(change) << QByteArray(to) << QString::fromUtf8(subject)
                        << QString::fromUtf8(message);
}

void columns()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("message");
}

// capabilities: 0 storefront, 1 accounts, 2 catalogue, 3 search, 4 recommendations, 5 cart, 6 orders, 7
// payments, 8 inventory, 9 shipping, 10 notifications
constexpr auto storefrontCall = "/capabilities/0/endpoints/2/calls/0/to"; // accounts POST /accounts
constexpr auto browse = "/journeys/0/steps/1"; // GET /api/products/{id}

void topRows()
{
    row("a format of the future", "/formatVersion", "2", "/formatVersion", "Update the program");
    row("no format at all", "/formatVersion", "", "", "\"formatVersion\" is missing");
    row("a format in words", "/formatVersion", "\"one\"", "/formatVersion", "whole number");
    row("a format with a fraction", "/formatVersion", "1.5", "/formatVersion", "whole number");
    row("no id", "/id", "", "", "\"id\" is missing");
    row("an id which is a path", "/id", "\"../../etc\"", "/id", "lower-case letters, digits and hyphens");
    row("an id in capitals", "/id", "\"Shop\"", "/id", "instead of \"Shop\"");
    row("an id that ends with a hyphen", "/id", "\"shop-\"", "/id", "instead of \"shop-\"");
    row("an id that begins with a digit", "/id", "\"1shop\"", "/id", "begins with a letter");
    row("a title of blanks", "/title", "\"   \"", "/title", "1 to 500 characters");
    row("a title with a line break", "/title", "\"a\\nb\"", "/title", "on one line");
    row("a title that is a number", "/title", "12", "/title", "instead of 12");
    row("unknown components", "/components", "\"shopp\"", "/components", "Did you mean \"shop\"?");
    row("an entry that is nowhere", "/entry", "\"storefornt\"", "/entry", "Did you mean \"storefront\"?");
    row("a misspelt member", "/jurneys", "[]", "/jurneys", "Did you mean \"journeys\"?");
    row("a member of nobody", "/colour", "\"red\"", "/colour", "Remove it");
    row("a placeholder as a member", "/%1 %2", "1", "/%1 %2", "\"%1 %2\" is not known here");
    row("no capability", "/capabilities", "[]", "/capabilities", "at least one");
    row("capabilities as an object", "/capabilities", "{}", "/capabilities",
        "a list of objects instead of an object");
    row("teams as a text", "/teams", "\"web\"", "/teams", "a list of objects instead of \"web\"");
    row("a team that is a number", "/teams/0", "5", "/teams/0", "Write an object ({...}) instead of 5");
}

void idRows()
{
    row("two teams of one id", "/teams/1/id", "\"web\"", "/teams/1/id",
        "\"web\" is already taken by another team, at /teams/0/id");
    row("two topics of one id", "/topics/1/id", "\"product.changed\"", "/topics/1/id",
        "already taken by another topic");
    row("two capabilities of one id", "/capabilities/1/id", "\"storefront\"", "/capabilities/1/id",
        "already taken by another capability");
    row("two journeys of one id", "/journeys/1/id", "\"browse\"", "/journeys/1/id",
        "already taken by another journey");
    row("an endpoint offered twice", "/capabilities/2/endpoints/0/operation", "\"PUT /products/{id}\"",
        "/capabilities/2/endpoints/2/operation", "already taken by another endpoint");
    row("endpoints that differ only in a parameter's name", "/capabilities/2/endpoints/2/operation",
        "\"GET /products/{product}\"", "/capabilities/2/endpoints/2/operation", "Rename or remove one");
    row("a store with two owners", "/capabilities/8/owns/0", "\"orders\"", "/capabilities/8/owns/0",
        "at /capabilities/6/owns/0");
    row("a team that is nowhere", "/capabilities/3/team", "\"discvery\"", "/capabilities/3/team",
        "Did you mean \"discovery\"?");
    row("a team in two words", "/capabilities/3/team", "\"the team\"", "/capabilities/3/team", "instead of");
    row("a topic with a blank", "/topics/0/id", "\"product changed\"", "/topics/0/id", "words with dots");
}

void capabilityRows()
{
    row("no purpose", "/capabilities/1/purpose", "", "/capabilities/1", "\"purpose\" is missing");
    row("no endpoints", "/capabilities/1/endpoints", "[]", "/capabilities/1/endpoints", "at least one");
    row("no worker", "/capabilities/1/workers", "0", "/capabilities/1/workers", "from 1 to 1024");
    row("half a worker", "/capabilities/1/workers", "2.5", "/capabilities/1/workers", "a whole number");
    row("too many workers", "/capabilities/1/workers", "1e300", "/capabilities/1/workers",
        "instead of 1e+300");
    row("a queue below nothing", "/capabilities/1/queueLimit", "-1", "/capabilities/1/queueLimit", "from 0");
    row("fewer in flight than workers", "/capabilities/1/inFlightLimit", "1", "/capabilities/1/inFlightLimit",
        "can never keep 2 workers busy");
    row("memory in words", "/capabilities/1/memoryMegabytes", "\"128 MB\"", "/capabilities/1/memoryMegabytes",
        "a whole number");
    row("a boot before its start", "/capabilities/1/bootTimeMs", "-5", "/capabilities/1/bootTimeMs",
        "from 0 to");
    row("a boot of a year", "/capabilities/1/bootTimeMs", "3e10", "/capabilities/1/bootTimeMs", "to 600000");
    row("a service time that is nothing", "/capabilities/1/endpoints/0/serviceTimeMs", "null",
        "/capabilities/1/endpoints/0/serviceTimeMs", "instead of null");
    row("a service time below nothing", "/capabilities/1/endpoints/0/serviceTimeMs", "-0.1",
        "/capabilities/1/endpoints/0/serviceTimeMs", "a number of milliseconds from 0");
    row("a capability with a colour", "/capabilities/1/colour", "\"red\"", "/capabilities/1/colour",
        "not known here");
    row("a store named twice", "/capabilities/1/owns/-", "\"accounts\"", "/capabilities/1/owns/1",
        "already in this list");
    row("a store without a name", "/capabilities/1/owns/0", "\"\"", "/capabilities/1/owns/0",
        "1 to 500 characters");
}

void endpointRows()
{
    row("a method of its own", "/capabilities/1/endpoints/0/operation", "\"FETCH /accounts\"",
        "/capabilities/1/endpoints/0/operation", "a method and a path");
    row("a path without its slash", "/capabilities/3/endpoints/0/operation", "\"GET search\"",
        "/capabilities/3/endpoints/0/operation", "a method and a path");
    row("a path that climbs", "/capabilities/3/endpoints/0/operation", "\"GET /../search\"",
        "/capabilities/3/endpoints/0/operation", "a method and a path");
    row("a path with an empty part", "/capabilities/3/endpoints/0/operation", "\"GET /search//all\"",
        "/capabilities/3/endpoints/0/operation", "a method and a path");
    row("a path with a query", "/capabilities/3/endpoints/0/operation", "\"GET /search?q=1\"",
        "/capabilities/3/endpoints/0/operation", "a method and a path");
    row("a parameter named twice", "/capabilities/3/endpoints/0/operation", "\"GET /search/{id}/{id}\"",
        "/capabilities/3/endpoints/0/operation", "a method and a path");
    row("a parameter without a name", "/capabilities/3/endpoints/0/operation", "\"GET /search/{}\"",
        "/capabilities/3/endpoints/0/operation", "a method and a path");
    row("a GET that may not be repeated", "/capabilities/2/endpoints/0/idempotent", "false",
        "/capabilities/2/endpoints/0/idempotent", "always idempotent");
    row("a call to no capability", storefrontCall, "\"acounts POST /accounts\"", storefrontCall,
        "Did you mean \"accounts\"?");
    row("a call to no endpoint", storefrontCall, "\"accounts POST /account\"", storefrontCall,
        "Did you mean \"POST /accounts\"?");
    row("a call without a method", storefrontCall, "\"accounts /accounts\"", storefrontCall,
        "a capability and its operation");
    row("a call to oneself", storefrontCall, "\"storefront GET /home\"", storefrontCall,
        "does not call itself");
    row("a call declared twice", "/capabilities/0/endpoints/2/calls/-",
        "{\"to\": \"accounts POST /accounts\"}", "/capabilities/0/endpoints/2/calls/1/to", "already calls");
    row("a necessity in between", "/capabilities/0/endpoints/2/calls/0/necessity", "\"maybe\"",
        "/capabilities/0/endpoints/2/calls/0/necessity", "\"required\" or \"optional\"");
    row("an optional call without a fallback", "/capabilities/0/endpoints/1/calls/0/fallback", "",
        "/capabilities/0/endpoints/1/calls/0", "falls back on");
    row("a required call with a fallback", "/capabilities/0/endpoints/2/calls/0/fallback", "\"nothing\"",
        "/capabilities/0/endpoints/2/calls/0/fallback", "A required call has no fallback");
    row("a circle of two", "/capabilities/2/endpoints/1/calls",
        "[{\"to\": \"cart PUT /cart/items/{product}\"}]", "/capabilities/5/endpoints/1/calls/0",
        "closes a circle in which everyone needs an answer first");
    row("a circle of three", "/capabilities/7/endpoints/0/calls",
        "[{\"to\": \"storefront POST /api/orders\"}]", "/capabilities/7/endpoints/0/calls/0",
        "\"storefront POST /api/orders\" -> \"orders POST /orders\" -> \"payments POST /charges\"");
}

void topicRows()
{
    row("a published topic that is nowhere", "/capabilities/6/publishes/0", "\"order.plased\"",
        "/capabilities/6/publishes/0", "Did you mean \"order.placed\"?");
    row("a consumed topic that is nowhere", "/capabilities/3/consumes/0/topic", "\"product.chnged\"",
        "/capabilities/3/consumes/0/topic", "Did you mean \"product.changed\"?");
    row("a topic nobody publishes", "/capabilities/2/publishes", "", "/capabilities/3/consumes/0/topic",
        "nothing would ever arrive");
    row("a topic of nobody", "/topics/-", "{\"id\": \"lonely\", \"summary\": \"Alone.\"}", "/topics/3/id",
        "Nobody publishes or consumes");
    row("a topic consumed twice", "/capabilities/10/consumes/1/topic", "\"order.placed\"",
        "/capabilities/10/consumes/1/topic", "already consumes");
    row("a topic published twice", "/capabilities/6/publishes/-", "\"order.placed\"",
        "/capabilities/6/publishes/1", "already in this list");
    row("a consumption without time", "/capabilities/3/consumes/0/serviceTimeMs", "",
        "/capabilities/3/consumes/0", "\"serviceTimeMs\" is missing");
}

void journeyRows()
{
    row("no journey", "/journeys", "[]", "/journeys", "at least one");
    row("a journey without steps", "/journeys/0/steps", "[]", "/journeys/0/steps", "at least one");
    row("a negative weight", "/journeys/0/weight", "-1", "/journeys/0/weight", "from 0");
    row("a shopper nobody knows", "/journeys/3/given", "\"nobdy\"", "/journeys/3/given",
        "Did you mean \"nobody\"?");
    row("a step to no endpoint", "/journeys/1/steps/0/operation", "\"GET /api/serch\"",
        "/journeys/1/steps/0/operation", "Did you mean \"GET /api/search\"?");
    row("a step past the door", "/journeys/1/steps/0/operation", "\"POST /charges\"",
        "/journeys/1/steps/0/operation", "The entry \"storefront\" has no endpoint");
    row("a path without its parameter", "/journeys/0/steps/1/path", "", browse, "\"path\" lacks \"id\"");
    row("a path with a parameter too many", "/journeys/0/steps/1/path/idd", "\"x\"",
        "/journeys/0/steps/1/path/idd", "Did you mean \"id\"?");
    row("a variable nobody captured", "/journeys/0/steps/1/path/id", "\"{shwn}\"",
        "/journeys/0/steps/1/path/id", "Did you mean \"shown\"?");
    row("a variable captured too late", "/journeys/0/steps/0/query/page", "\"{shown}\"",
        "/journeys/0/steps/0/query/page", "{shown} is not known here");
    row("an unknown variable deep in a body", "/journeys/3/steps/0/body/name", "{\"first\": [\"{first}\"]}",
        "/journeys/3/steps/0/body/name/first/0", "{first} is not known here");
    row("a capture that is no pointer", "/journeys/0/steps/0/captures/shown", "\"items[0].id\"",
        "/journeys/0/steps/0/captures/shown", "a JSON pointer");
    row("a capture with a bad escape", "/journeys/0/steps/0/captures/shown", "\"/a~2\"",
        "/journeys/0/steps/0/captures/shown", "a JSON pointer");
    row("a step for the logged-in in a journey of nobody", "/journeys/0/steps/0/authorised", "true",
        "/journeys/0/steps/0/authorised", "Nobody is logged in here");
    row("a failure as the expected status", "/journeys/0/steps/0/expectedStatus", "404",
        "/journeys/0/steps/0/expectedStatus", "from 200 to 299");
    row("lost before late", "/journeys/9/steps/0/until/lostAfterMs", "500",
        "/journeys/9/steps/0/until/lostAfterMs", "Make \"lostAfterMs\" the larger one");
    row("waiting for nothing", "/journeys/9/steps/0/until/pointer", "", "/journeys/9/steps/0/until",
        "\"pointer\" is missing");
    row("a body that is a text", "/journeys/3/steps/0/body", "\"{email}\"", "/journeys/3/steps/0/body",
        "Write an object");
    row("a query in numbers", "/journeys/0/steps/0/query/page", "1", "/journeys/0/steps/0/query/page",
        "instead of 1");
}

QStringList subjects(const model::result::Errors &errors)
{
    QStringList all;
    for (const auto &error : errors)
        all.append(error.subject);
    return all;
}

QString printed(const model::result::Errors &errors)
{
    QString all;
    for (const auto &error : errors)
        all += error.subject + u": "_s + error.message + u'\n';
    return all;
}

} // namespace

void TestContradictions::findsTheMistake_data()
{
    columns();
    topRows();
    idRows();
    capabilityRows();
    endpointRows();
    topicRows();
    journeyRows();
}

void TestContradictions::findsTheMistake()
{
    QFETCH(QString, change);
    QFETCH(QByteArray, to);
    QFETCH(QString, subject);
    QFETCH(QString, message);
    const QJsonValue wrong = tests::schema::edited(m_shop, change, tests::schema::valueOf(to));
    QVERIFY(wrong != m_shop);

    const auto system = SystemReader::readText(tests::schema::textOf(wrong), u"shop.json"_s);

    QVERIFY(!system);
    const auto found = std::ranges::find_if(system.error(), [&](const auto &error) {
        return error.subject == u"shop.json#"_s + subject && error.message.contains(message)
            && error.kind == model::result::Kind::InvalidInput;
    });
    QVERIFY2(found != system.error().end(), qPrintable(printed(system.error())));
    QVERIFY2(system.error().size() <= 8, qPrintable(printed(system.error())));
}

void TestContradictions::findsEachMistakeAtOnce()
{
    using tests::schema::edited;
    QJsonValue wrong = edited(m_shop, u"/title"_s, QJsonValue::Undefined);
    wrong = edited(wrong, u"/capabilities/1/team"_s, u"nobody"_s);
    wrong = edited(wrong, u"/capabilities/2/workers"_s, u"many"_s);
    wrong = edited(wrong, u"/journeys/0/steps/0/operation"_s, u"GET /nothing"_s);
    wrong = edited(wrong, u"/topics/0/colour"_s, 1);

    const auto system = SystemReader::readText(tests::schema::textOf(wrong), u"f"_s);

    QVERIFY(!system);
    QStringList found = subjects(system.error());
    found.sort();
    QCOMPARE(found,
             (QStringList{u"f#"_s, u"f#/capabilities/1/team"_s, u"f#/capabilities/2/workers"_s,
                          u"f#/journeys/0/steps/0/operation"_s, u"f#/topics/0/colour"_s}));
}

void TestContradictions::acceptsWhatOnlyLooksWrong_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("a note") << u"/capabilities/0/$comment"_s << QByteArray("\"why\"");
    QTest::newRow("a circle with an optional call in it")
        << u"/capabilities/2/endpoints/1/calls"_s
        << QByteArray(
               R"([{"to":"cart PUT /cart/items/{product}","necessity":"optional","fallback":"none"}])");
    QTest::newRow("a topic that nobody consumes") << u"/capabilities/3/consumes"_s << QByteArray("[]");
    QTest::newRow("a journey that is never played") << u"/journeys/0/weight"_s << QByteArray("0");
    QTest::newRow("a queue of nobody") << u"/capabilities/0/queueLimit"_s << QByteArray("0");
    QTest::newRow("a variable of the shopper in a body")
        << u"/journeys/0/steps/0/query/page"_s << QByteArray("\"{word}-{name}\"");
    QTest::newRow("braces around blanks are a variable only when named")
        << u"/journeys/0/steps/0/query/page"_s << QByteArray("\"a } b { c\"");
    QTest::newRow("other scripts in titles") << u"/title"_s << QByteArray("\"Лавка 商店 🛒\"");
}

void TestContradictions::acceptsWhatOnlyLooksWrong()
{
    QFETCH(QString, change);
    QFETCH(QByteArray, to);
    const QJsonValue good = tests::schema::edited(m_shop, change, tests::schema::valueOf(to));
    QVERIFY(good != m_shop);
    const auto system = SystemReader::readText(tests::schema::textOf(good), u"shop.json"_s);
    QVERIFY2(system.has_value(), system ? "" : qPrintable(printed(system.error())));
}

QTEST_GUILESS_MAIN(TestContradictions)
#include "tst_contradictions.moc"
