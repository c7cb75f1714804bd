// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/console/captures.h>
#include <app/console/formfields.h>
#include <app/console/variables.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::console;

// Values, bodies and queries are each other's pictures.
class TestFormFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItHasWritten_data()
    {
        QTest::addColumn<QString>("operation");
        for (const auto &capability : m_shop.system.capabilities) {
            for (const auto &endpoint : capability.endpoints)
                QTest::newRow(qPrintable(capability.id.value + u' ' + endpoint.id.operation))
                    << endpoint.id.operation;
        }
    }
    void readsWhatItHasWritten()
    {
        QFETCH(QString, operation);
        const auto *contract = contractOf(operation);
        QVERIFY2(contract != nullptr, "each endpoint of the shop has one");
        const auto fields = formFields(operation, contract);
        QStringList values;
        for (const auto &field : fields)
            values << (field.place == FormField::Place::Path ? QString() : field.shape.example);
        const auto again = valuesOf(fields, bodyOf(fields, values), queryOf(fields, values));
        QVERIFY(again.has_value());
        QCOMPARE(*again, values);
    }

    void aQueryThatSaysANameTwiceStaysRaw()
    {
        const auto fields = formFields(u"GET /search"_s, contractOf(u"GET /search"_s));
        QVERIFY(valuesOf(fields, {}, u"q=lamp"_s).has_value());
        QVERIFY(!valuesOf(fields, {}, u"q=lamp&q=chair"_s).has_value()); // the second would be lost
    }

    void aVariableWithinATextIsLeftThere()
    {
        const QString body = u"{\"note\": \"a, {{name}}\", \"many\": {{many}}, \"all\": [{{one}}, 2]}"_s;
        const auto read = readBody(body);
        QVERIFY(read.has_value());
        QCOMPARE(read->toObject().value(u"note"_s).toString(), u"a, {{name}}"_s);
        QCOMPARE(read->toObject().value(u"all"_s).toArray().size(), 2);
    }

    void saysWhereABodyStopsBeingJson_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("place"); // -1: it does not
        QTest::addColumn<QString>("words");
        QTest::newRow("it does not") << u"{\"a\": [1, {{many}}, {{ more }}]}"_s << -1 << QString();
        QTest::newRow("no value") << u"{\"a\": }"_s << 6 << u"Line 1, column 7:"_s;
        QTest::newRow("it ends too early") << u"{\n\"a\": 1\n"_s << 9 << u"Line 3, column 1:"_s;
        QTest::newRow("after a variable")
            << u"{\"a\": {{many}},\n  \"b\": {{ x }} 1}"_s << 31 << u"Line 2, column 16:"_s;
        QTest::newRow("after letters of several bytes")
            << u"{\"name\": \"Zoë €\" 1}"_s << 17 << u"Line 1, column 18:"_s;
        QTest::newRow("a word alone") << u"hello"_s << 0 << u"Line 1, column 1:"_s;
    }
    void saysWhereABodyStopsBeingJson()
    {
        QFETCH(QString, body);
        QFETCH(int, place);
        QFETCH(QString, words);
        const auto fault = faultOf(body);
        QCOMPARE(fault.has_value(), place >= 0);
        if (!fault.has_value())
            return;
        QCOMPARE(fault->place, place);
        QVERIFY2(fault->words.startsWith(words), qPrintable(fault->words));
    }

    void aNumberMayBeAVariable()
    {
        const auto fields
            = formFields(u"PUT /cart/items/{product}"_s, contractOf(u"PUT /cart/items/{product}"_s));
        const QString body = bodyOf(fields, {{}, u"{{many}}"_s});
        QVERIFY2(body.contains(u"\"quantity\": {{many}}"_s), qPrintable(body));
        QCOMPARE(valuesOf(fields, body, {})->at(1), u"{{many}}"_s);
        Variables variables({u"A"_s, u"B"_s});
        variables.set(u"many"_s, 1, u"3"_s);
        const auto filled = FillingIn(variables, 1, u"x"_s).json(body);
        QCOMPARE(QJsonDocument::fromJson(filled.toUtf8()).object()[u"quantity"_s].toInt(), 3);
    }

    void valuesStayWithinTheirQuotes()
    {
        Variables variables({u"A"_s});
        variables.set(u"name"_s, 0, u"say \"hi\"\\"_s);
        const auto filled = FillingIn(variables, 0, {}).json(u"{\"name\": \"{{ name }}\"}"_s);
        QCOMPARE(QJsonDocument::fromJson(filled.toUtf8()).object()[u"name"_s].toString(), u"say \"hi\"\\"_s);
    }

    void namesWhatHasNoValueOnce()
    {
        const Variables variables({u"A"_s});
        FillingIn filling(variables, 0, u"new"_s);
        QCOMPARE(filling.text(u"{{a}} {{a}} {{b}} {{fresh}}"_s), u"   new"_s);
        QCOMPARE(filling.takeMissing(), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(filling.takeMissing().isEmpty());
    }

    void keepsTheFirstOfAList()
    {
        const auto kept = capturedFrom(R"({"items":[{"id":"o-1","cartGeneration":7},{"id":"o-2"}]})",
                                       *contractOf(u"GET /orders"_s));
        QCOMPARE(kept.value(u"order"_s), u"o-1"_s);
        QVERIFY(capturedFrom("nonsense", *contractOf(u"GET /orders"_s)).isEmpty());
        QCOMPARE(capturedFrom(R"({"items":[],"total":0,"currency":"EUR","generation":12})",
                              *contractOf(u"GET /cart"_s))
                     .value(u"cart"_s),
                 u"12"_s);
    }

    void knowsWhoGivesASession()
    {
        const auto *giver = giverOf(u"token"_s, m_shop.system);
        QVERIFY(giver != nullptr);
        QCOMPARE(giver->id.operation, u"POST /api/sessions"_s);
        QVERIFY(giverOf(u"nothing"_s, m_shop.system) == nullptr);
        QCOMPARE(knownBeforehand(m_shop.system).value(u"product"_s), u"p-0001"_s);
    }

private:
    const model::system::Contract *contractOf(const QString &operation) const
    {
        for (const auto &capability : m_shop.system.capabilities) {
            if (const auto *contract = m_shop.system.contract({capability.id, operation}))
                return contract;
        }
        return nullptr;
    }
    const tests::support::Shop m_shop;
};

QTEST_GUILESS_MAIN(TestFormFields)
#include "tst_formfields.moc"
