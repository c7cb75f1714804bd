// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/console/consolememory.h>
#include <app/console/secrets.h>

#include <QJsonDocument>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::console;

// What never gets onto a disk, and what the console knows at the next start.
class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsASecret_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("expected");
        QTest::addRow("a password") << u"password"_s << u"x"_s << true;
        QTest::addRow("another's password") << u"userPassword"_s << u"x"_s << true;
        QTest::addRow("a token") << u"access_token"_s << u"x"_s << true;
        QTest::addRow("a session") << u"Session"_s << u"x"_s << true;
        QTest::addRow("who one is") << u"Authorization"_s << u"Bearer x"_s << true;
        QTest::addRow("a key to an API") << u"X-Api-Key"_s << u"x"_s << true;
        QTest::addRow("a card") << u"lastCard"_s << u"x"_s << true;
        QTest::addRow("a short word for a password") << u"pwd"_s << u"x"_s << true;
        QTest::addRow("a short word in a header") << u"X-Auth"_s << u"x"_s << true;
        QTest::addRow("an author") << u"author"_s << u"x"_s << false;
        QTest::addRow("a card's number by its look") << u"kept"_s << u"4242 4242 4242 4242"_s << true;
        QTest::addRow("a declined card's number") << u"kept"_s << u"4000000000000002"_s << true;
        QTest::addRow("a token by its look") << u"kept"_s << QString(u"aZ9."_s).repeated(12) << true;
        QTest::addRow("a variable") << u"password"_s << u"{{mine}}"_s << false;
        QTest::addRow("a variable in a header") << u"Authorization"_s << u"Bearer {{token}}"_s << false;
        QTest::addRow("nothing") << u"password"_s << QString() << false;
        QTest::addRow("a word with a card in it") << u"discard"_s << u"x"_s << false;
        QTest::addRow("a product") << u"product"_s << u"p-0001"_s << false;
        QTest::addRow("a key of one order") << u"Idempotency-Key"_s << u"12345678"_s << false;
        QTest::addRow("a number that is no card's") << u"number"_s << u"1234567890123"_s << false;
        QTest::addRow("an id") << u"order"_s << u"o-123e4567-e89b-12d3-a456-426614174000"_s << false;
    }
    void knowsASecret()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(bool, expected);
        QCOMPARE(isSecret(name, value), expected);
    }

    void takesThemOutOfARequest()
    {
        RequestDraft draft;
        draft.operation = u"POST /charges"_s;
        draft.parameters = {{u"id"_s, u"7"_s}, {u"token"_s, u"abc"_s}};
        draft.query = u"q=chair&token=abc&note=4242%204242%204242%204242"_s;
        draft.headers = u"X-One: 1\nCookie: abc\nAuthorization: Bearer {{token}}"_s;
        draft.body
            = uR"({"amount": {{many}}, "password": "abc", "card": {"number": "abc", "pins": [1, "abc"]},
            "list": ["4000 0000 0000 0002", "chair"], "session": "{{token}}"})"_s;
        draft.session = u"abc"_s;
        const auto left = withoutSecrets(draft);
        QCOMPARE(left.parameters[0].value, u"7"_s);
        QCOMPARE(left.parameters[1].value, QString());
        QCOMPARE(left.query, u"q=chair&token=&note="_s);
        QCOMPARE(left.headers, u"X-One: 1\nCookie:\nAuthorization: Bearer {{token}}"_s);
        QCOMPARE(left.session, QString());
        QVERIFY2(!left.body.contains(u"abc"_s) && !left.body.contains(u"0002"_s), qPrintable(left.body));
        QVERIFY2(left.body.contains(u"\"amount\": {{many}}"_s), qPrintable(left.body));
        QVERIFY2(left.body.contains(u"\"chair\""_s) && left.body.contains(u"\"{{token}}\""_s),
                 qPrintable(left.body));
    }

    void leavesTheRestAsItWasWritten()
    {
        RequestDraft draft;
        draft.operation = u"PUT /cart/items/{product}"_s;
        draft.body = u"{ \"quantity\":   {{many}} }"_s;
        draft.session = u"{{token}}"_s;
        QCOMPARE(withoutSecrets(draft), draft);
        draft.body = u"{\"password\": \"abc"_s; // nobody can tell
        QCOMPARE(withoutSecrets(draft).body, QString());
    }

    void remembersWhatFitsTheSystem()
    {
        const auto &system = m_shop.system;
        const QStringList fleets{u"One"_s, u"Other"_s};
        ConsoleMemory memory{{}, Variables(fleets)};
        SentRequest sent;
        sent.at = QDateTime::currentDateTime();
        sent.target = 2;
        for (const auto &endpoint : {u"GET /products"_s, u"GET /nowhere"_s}) {
            sent.endpoint = {{u"catalogue"_s}, endpoint};
            sent.draft.operation = endpoint;
            memory.requests.push_back(sent);
        }
        memory.variables.set(u"product"_s, 1, u"p-7"_s);
        memory.variables.set(u"token"_s, 0, u"abc"_s);
        const auto json = memory.toJson();
        QVERIFY(!QJsonDocument(json).toJson().contains("abc"));
        const auto again = ConsoleMemory::fromJson(json, system, fleets);
        QCOMPARE(again.requests.size(), size_t(1));
        QCOMPARE(again.requests[0].endpoint.operation, u"GET /products"_s);
        QCOMPARE(again.requests[0].at, sent.at);
        QCOMPARE(again.requests[0].target, 2);
        QCOMPARE(again.variables.names(), (QStringList{u"product"_s, u"token"_s}));
        QCOMPARE(again.variables.value(u"product"_s, 1), u"p-7"_s);
        QCOMPARE(again.variables.value(u"token"_s, 0), QString());
        QVERIFY(ConsoleMemory::fromJson(json, system, {}).requests.empty()); // both are not there
        QVERIFY(ConsoleMemory::fromJson({{u"requests"_s, 7}, {u"variables"_s, u"x"_s}}, system, fleets)
                    .requests.empty());
    }

    void remembersNotTooMuch()
    {
        ConsoleMemory memory{{}, Variables({u"One"_s})};
        SentRequest sent;
        sent.endpoint = {{u"catalogue"_s}, u"GET /products"_s};
        sent.at = QDateTime::currentDateTime();
        sent.draft.query = QString(100'000, u'a');
        memory.requests.resize(1000, sent);
        for (int count = 0; count < 1000; ++count)
            memory.variables.set(u"v%1"_s.arg(count), 0, QString(u"chair "_s).repeated(1000));
        QVERIFY(QJsonDocument(memory.toJson()).toJson().size() < 50'000);
    }

private:
    tests::support::Shop m_shop;
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
