// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/json/file.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace model::json;
using model::result::Errors;

// JSON as text: where it stops being JSON, and what is said about it.
class TestFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesSyntaxErrors_data();
    void placesSyntaxErrors();
    void acceptsAllOfJson();
    void refusesRepeatedMembers();
    void tellsLinesInTheOrderOfTheFile();
    void refusesANewerFormat();
    void limitsTheSizeOfATextToo();

private:
    static Errors read(
        const QByteArray &text, const ObjectReader::Each &each = [](ObjectReader &) {})
    {
        return readText(text, u"f"_s, {.name = u"test"_s, .maximumBytes = 10'000}, each);
    }
};

void TestFile::placesSyntaxErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *text, QString place, QString message) {
        QTest::newRow(name) << QByteArray(text) << place << message;
    };
    row("a comma too many in an object", "{\"a\": 1,\n}", u"line 2, column 1"_s, u"no \",\" before"_s);
    row("a comma too many in a list", "{\"a\": [1,]}", u"line 1, column 10"_s, u"a value was expected"_s);
    row("a comma too few in an object", "{\"a\": 1\n \"b\": 2}", u"line 2, column 2"_s, u"\",\" or \"}\""_s);
    row("a comma too few in a list", "{\"a\": [1 2]}", u"line 1, column 10"_s, u"\",\" or \"]\""_s);
    row("no colon", "{\"a\" 1}", u"line 1, column 6"_s, u"\":\" was expected"_s);
    row("a name without quotes", "{a: 1}", u"line 1, column 2"_s, u"name in double quotes"_s);
    row("single quotes around a name", "{'a': 1}", u"line 1, column 2"_s, u"Write \" instead of '"_s);
    row("single quotes around a text", "{\"a\": 'b'}", u"line 1, column 7"_s, u"Write \" instead of '"_s);
    row("a comment", "{\"a\": // one\n 1}", u"line 1, column 7"_s, u"JSON has no comments"_s);
    row("a text without end", "{\"a\": \"b", u"line 1, column 9"_s, u"does not end"_s);
    row("a text over two lines", "{\"a\": \"b\nc\"}", u"line 1, column 9"_s, u"write \\n"_s);
    row("an escape of its own", "{\"a\": \"\\q\"}", u"line 1, column 9"_s, u"escape does not exist"_s);
    row("an escape cut short", "{\"a\": \"\\u12\"}", u"column 10"_s, u"escape does not exist"_s);
    row("a leading zero", "{\"a\": 01}", u"column 9"_s, u"without a leading zero"_s);
    row("a number that ends in a dot", "{\"a\": 1.}", u"column 9"_s, u"digits must follow the dot"_s);
    row("a number that begins with a dot", "{\"a\": .5}", u"column 7"_s, u"a value was expected"_s);
    row("an exponent of nothing", "{\"a\": 1e}", u"column 9"_s, u"digits must follow the exponent"_s);
    row("a plus sign", "{\"a\": +1}", u"column 7"_s, u"a value was expected"_s);
    row("a minus alone", "{\"a\": -}", u"column 8"_s, u"this is no number"_s);
    row("a hexadecimal number", "{\"a\": 0x10}", u"column 8"_s, u"\",\" or \"}\""_s);
    row("not a number", "{\"a\": NaN}", u"column 7"_s, u"a value was expected"_s);
    row("minus infinity", "{\"a\": -Infinity}", u"column 8"_s, u"this is no number"_s);
    row("a word in capitals", "{\"a\": True}", u"column 7"_s, u"true, false, null"_s);
    row("half a word", "{\"a\": tru}", u"column 7"_s, u"a value was expected"_s);
    row("a word too long", "{\"a\": nullable}", u"column 11"_s, u"\",\" or \"}\""_s);
    row("no end", "{\"a\": {\"b\": 1}", u"column 15"_s, u"Add the one that is missing"_s);
    row("nothing after a colon", "{\"a\":", u"column 6"_s, u"ends too early"_s);
    row("something after the end", "{} {}", u"column 4"_s, u"something follows the end"_s);
    row("a closing bracket of the other kind", "{\"a\": [1}}", u"column 9"_s, u"\",\" or \"]\""_s);
    row("bytes which are not UTF-8", "{\"a\": \"\xC3(\"}", u"line 1"_s, u"not UTF-8"_s);
    row("columns count characters", "{\"äöü\": x}", u"column 9"_s, u"a value was expected"_s);
    row("columns start after a byte order mark", "\xEF\xBB\xBF\n{x}", u"line 2, column 2"_s,
        u"double quotes"_s);
}

void TestFile::placesSyntaxErrors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, message);
    const Errors errors = read(text);
    QCOMPARE(errors.size(), 1U);
    QCOMPARE(errors.front().subject, u"f"_s);
    QVERIFY2(errors.front().message.contains(place), qPrintable(errors.front().message));
    QVERIFY2(errors.front().message.contains(message), qPrintable(errors.front().message));
}

void TestFile::acceptsAllOfJson()
{
    QJsonObject free;
    const auto errors
        = read("\xEF\xBB\xBF {\"formatVersion\" :1,\t\"free\":{\"\\u00e9\\n\\\"\":[ ],\"x\":{ },"
               "\"n\":[-0,0.5e-3,1E+2,true,false,null,\"\\ud83d\\ude00\"]}}\r\n",
               [&](ObjectReader &in) { free = in.anyObject(u"free"_s); });
    QVERIFY(errors.empty());
    QVERIFY(free.contains(u"é\n\""_s));
    QCOMPARE(free.value(u"n"_s).toArray().size(), 7);
}

void TestFile::refusesRepeatedMembers()
{
    const auto errors = read(
        "{\"formatVersion\": 1,\n\"free\": {\"a\": 1, \"b\": [{\"c\": 1},{\"c\": 2,\n\"\\u0063\": 3}]}}",
        [](ObjectReader &in) { in.anyObject(u"free"_s); });
    QCOMPARE(errors.size(), 1U);
    QCOMPARE(errors.front().subject, u"f#/free/b/1/c"_s);
    QVERIFY(errors.front().message.contains(u"stands twice"_s));
}

void TestFile::tellsLinesInTheOrderOfTheFile()
{
    const auto errors = read("{\"formatVersion\": 1,\n\"b\": 1,\n\n\"a\": 2}", [](ObjectReader &in) {
        in.text(u"a"_s);
        in.text(u"b"_s);
        in.text(u"c"_s);
    });
    QCOMPARE(errors.size(), 3U);
    QCOMPARE(errors[0].subject, u"f#"_s);
    QVERIFY(errors[0].message.endsWith(u"(line 1)"_s));
    QCOMPARE(errors[1].subject, u"f#/b"_s);
    QVERIFY(errors[1].message.endsWith(u"(line 2)"_s));
    QCOMPARE(errors[2].subject, u"f#/a"_s);
    QVERIFY(errors[2].message.endsWith(u"(line 4)"_s));
}

void TestFile::refusesANewerFormat()
{
    const auto value = checkedText<int>("{\"formatVersion\": 2}", u"f"_s, {.name = u"test"_s},
                                        [](ObjectReader &, int &read) { read = 1; });
    QVERIFY(!value);
    QVERIFY(value.error().front().message.contains(u"Update the program"_s));
}

void TestFile::limitsTheSizeOfATextToo()
{
    const auto errors = read(QByteArray(10'001, ' '));
    QCOMPARE(errors.size(), 1U);
    QCOMPARE(errors.front().kind, model::result::Kind::TooLarge);
}

QTEST_GUILESS_MAIN(TestFile)
#include "tst_file.moc"
