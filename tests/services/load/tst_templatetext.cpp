// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/load/answervalue.h>
#include <services/load/templatetext.h>

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::load;

// The texts of journeys, and what is looked for in answers.
class TestTemplateText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fillsIn_data();
    void fillsIn();
    void refusesAnUnknownName();
    void fillsInEachStringOfABody();
    void findsTextsInAnswers_data();
    void findsTextsInAnswers();
    void tellsWhetherAnAnswerHolds_data();
    void tellsWhetherAnAnswerHolds();

private:
    const Variables m_variables{{u"name"_s, u"Ada {key}"_s}, {u"key"_s, u"7"_s}, {u"empty"_s, QString()}};
};

void TestTemplateText::fillsIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain text stays") << u"orders"_s << u"orders"_s;
    QTest::newRow("one variable") << u"{key}"_s << u"7"_s;
    QTest::newRow("several with text between") << u"a{key}b{key}c"_s << u"a7b7c"_s;
    QTest::newRow("an empty value") << u"[{empty}]"_s << u"[]"_s;
    QTest::newRow("a value is not filled in again") << u"{name}!"_s << u"Ada {key}!"_s;
    QTest::newRow("braces that name nothing stay") << u"{} {a b} {"_s << u"{} {a b} {"_s;
}

void TestTemplateText::fillsIn()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto filled = fillIn(text, m_variables);
    QVERIFY(filled.has_value());
    QCOMPARE(*filled, expected);
}

void TestTemplateText::refusesAnUnknownName()
{
    const auto filled = fillIn(u"{nobody}"_s, m_variables);
    QVERIFY(!filled.has_value());
    QCOMPARE(filled.error().kind, model::result::Kind::InvalidInput);
    QCOMPARE(filled.error().subject, u"nobody"_s);
    QVERIFY(!fillIn(QMap<QString, QString>{{u"q"_s, u"{nobody}"_s}}, m_variables).has_value());
    const QJsonObject deep{{u"a"_s, QJsonArray{QJsonObject{{u"b"_s, u"{nobody}"_s}}}}};
    QVERIFY(!fillIn(deep, m_variables).has_value());
}

void TestTemplateText::fillsInEachStringOfABody()
{
    const QJsonObject body{
        {u"{key}"_s, u"{key}"_s},
        {u"n"_s, 5},
        {u"list"_s, QJsonArray{u"x{key}"_s, true, QJsonObject{{u"deep"_s, u"{key}{key}"_s}}}}};
    const QJsonObject expected{{u"{key}"_s, u"7"_s},
                               {u"n"_s, 5},
                               {u"list"_s, QJsonArray{u"x7"_s, true, QJsonObject{{u"deep"_s, u"77"_s}}}}};
    const auto filled = fillIn(body, m_variables);
    QVERIFY(filled.has_value());
    QCOMPARE(*filled, expected);
}

void TestTemplateText::findsTextsInAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("expected"); // null: nothing is found
    QTest::newRow("a text") << QByteArray(R"({"id":"o-1"})") << u"/id"_s << u"o-1"_s;
    QTest::newRow("deep in a list") << QByteArray(R"({"a":[{"id":"x"}]})") << u"/a/0/id"_s << u"x"_s;
    QTest::newRow("a number") << QByteArray(R"({"id":120000000})") << u"/id"_s << u"120000000"_s;
    QTest::newRow("a list at the top") << QByteArray(R"([1,2])") << u"/1"_s << u"2"_s;
    QTest::newRow("absent") << QByteArray(R"({"id":1})") << u"/no"_s << QString();
    QTest::newRow("beyond the list") << QByteArray(R"([1])") << u"/4"_s << QString();
    QTest::newRow("an object is no text") << QByteArray(R"({"id":{}})") << u"/id"_s << QString();
    QTest::newRow("no JSON at all") << QByteArray("<html>") << u"/id"_s << QString();
}

void TestTemplateText::findsTextsInAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, pointer);
    QFETCH(QString, expected);
    const auto text = textAt(body, pointer);
    QCOMPARE(text.has_value(), !expected.isNull());
    QCOMPARE(text.value_or(QString()), expected);
}

void TestTemplateText::tellsWhetherAnAnswerHolds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a full list") << QByteArray(R"({"items":[1]})") << true;
    QTest::newRow("an empty list") << QByteArray(R"({"items":[]})") << false;
    QTest::newRow("an object") << QByteArray(R"({"items":{}})") << true;
    QTest::newRow("null") << QByteArray(R"({"items":null})") << false;
    QTest::newRow("nothing") << QByteArray("{}") << false;
    QTest::newRow("an empty body") << QByteArray() << false;
}

void TestTemplateText::tellsWhetherAnAnswerHolds()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, expected);
    QCOMPARE(holds(body, u"/items"_s), expected);
}

QTEST_GUILESS_MAIN(TestTemplateText)
#include "tst_templatetext.moc"
