// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/input/fields.h>

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::shop::input;

namespace {

Fields fieldsOf(const char *json)
{
    return Fields(QJsonDocument::fromJson(json).object());
}

} // namespace

class FieldsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBodyMustBeAnObject_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("good");
        QTest::newRow("an object") << QByteArray("{}") << true;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("an array") << QByteArray("[1]") << false;
        QTest::newRow("a number") << QByteArray("1") << false;
        QTest::newRow("cut off") << QByteArray("{\"a\":") << false;
        QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}") << false;
        QTest::newRow("nested too deeply") << QByteArray(100'000, '[') << false;
    }
    void aBodyMustBeAnObject()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, good);
        services::contract::Request request;
        request.body = body;
        const auto object = jsonObject(request);
        QCOMPARE(object.has_value(), good);
        if (!good)
            QCOMPARE(object.error().kind, Kind::InvalidInput);
    }

    void wholeNumbersOnly_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("good");
        QTest::newRow("least") << QByteArray("1") << true;
        QTest::newRow("most") << QByteArray("99") << true;
        QTest::newRow("with a zero fraction") << QByteArray("3.0") << true;
        QTest::newRow("too small") << QByteArray("0") << false;
        QTest::newRow("too large") << QByteArray("100") << false;
        QTest::newRow("negative") << QByteArray("-5") << false;
        QTest::newRow("a fraction") << QByteArray("1.5") << false;
        QTest::newRow("beyond doubles") << QByteArray("1e300") << false;
        QTest::newRow("a text") << QByteArray("\"3\"") << false;
        QTest::newRow("true") << QByteArray("true") << false;
        QTest::newRow("null") << QByteArray("null") << false;
        QTest::newRow("an array") << QByteArray("[3]") << false;
    }
    void wholeNumbersOnly()
    {
        QFETCH(QByteArray, value);
        QFETCH(bool, good);
        auto fields = fieldsOf("{\"n\":" + value + '}');
        fields.integer(u"n"_s, {1, 99});
        QCOMPARE(fields.verdict().has_value(), good);
    }

    void textsAreTrimmedAndMeasured()
    {
        auto fields = fieldsOf(R"({"a":"  tea  ","b":"","c":"x\u0000y","d":7,"e":"abcd"})");
        QCOMPARE(fields.text(u"a"_s, {1, 3}), u"tea"_s);
        QVERIFY(fields.verdict());
        fields.text(u"b"_s, {1, 3});
        fields.text(u"c"_s, {1, 3});
        fields.text(u"d"_s, {1, 3});
        fields.text(u"e"_s, {1, 3});
        fields.text(u"absent"_s, {1, 3});
        const auto verdict = fields.verdict();
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().subject, u"/b"_s);
        QCOMPARE(verdict.error().message.count(u"must be a text"), 5);
    }

    void whatIsOptionalMayBeAbsentButNotWrong()
    {
        auto fields = fieldsOf(R"({"wrong":"x"})");
        QVERIFY(!fields.optionalInteger(u"absent"_s, {1, 9}));
        QVERIFY(fields.verdict());
        fields.optionalInteger(u"wrong"_s, {1, 9});
        QVERIFY(!fields.verdict());
    }

    void numbersOfAQuery_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("expected"); // 0: refused
        QTest::newRow("in range") << u"7"_s << qint64{7};
        QTest::newRow("too large") << u"11"_s << qint64{0};
        QTest::newRow("beyond 64 bits") << u"99999999999999999999"_s << qint64{0};
        QTest::newRow("empty") << u""_s << qint64{0};
        QTest::newRow("a fraction") << u"1.5"_s << qint64{0};
        QTest::newRow("SQL") << u"1; DROP TABLE products"_s << qint64{0};
        QTest::newRow("hexadecimal") << u"0x7"_s << qint64{0};
    }
    void numbersOfAQuery()
    {
        QFETCH(QString, text);
        QFETCH(qint64, expected);
        const auto value = number({{u"n"_s, text}}, u"n"_s, {1, 10}, 3);
        QCOMPARE(value.value_or(0), std::int64_t{expected});
        QCOMPARE(number({}, u"n"_s, {1, 10}, 3).value_or(0), std::int64_t{3});
    }

    void onlyAbsenceIsAReasonForAFallback()
    {
        QVERIFY(isAway(Kind::Unavailable) && isAway(Kind::TimedOut) && isAway(Kind::Overloaded)
                && isAway(Kind::Internal));
        QVERIFY(isAway(Kind::Refused) && isAway(Kind::Reset) && isAway(Kind::Corrupt) && isAway(Kind::Full));
        QVERIFY(!isAway(Kind::NotFound) && !isAway(Kind::InvalidInput) && !isAway(Kind::Unauthenticated));
        QVERIFY(!isAway(Kind::Cancelled));
    }
};

QTEST_GUILESS_MAIN(FieldsTest)
#include "tst_fields.moc"
