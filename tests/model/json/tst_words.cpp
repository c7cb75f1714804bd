// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/json/pointer.h>
#include <model/json/rules.h>
#include <model/json/suggestion.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace model::json;

// Suggestions, pointers and the rules for texts.
class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void suggestsWhatIsClose_data();
    void suggestsWhatIsClose();
    void listsChoices();
    void takesPointersApart_data();
    void takesPointersApart();
    void acceptsIdentifiers_data();
    void acceptsIdentifiers();
    void limitsSentencesByCharacters();
};

void TestWords::suggestsWhatIsClose_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("suggested");
    QTest::newRow("a letter too few") << u"catalgue"_s << u"catalogue"_s;
    QTest::newRow("two letters swapped") << u"acrt"_s << u"cart"_s;
    QTest::newRow("another case") << u"Orders"_s << u"orders"_s;
    QTest::newRow("the nearer of two") << u"ordres"_s << u"orders"_s;
    QTest::newRow("something else altogether") << u"weather"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("too far for its length") << u"cxxt"_s << QString();
}

void TestWords::suggestsWhatIsClose()
{
    QFETCH(QString, written);
    QFETCH(QString, suggested);
    const QString said = didYouMean(written, {u"border"_s, u"catalogue"_s, u"cart"_s, u"orders"_s});
    QCOMPARE(said, suggested.isEmpty() ? QString() : u" Did you mean \"%1\"?"_s.arg(suggested));
}

void TestWords::listsChoices()
{
    QCOMPARE(oneOf({}), QString());
    QCOMPARE(oneOf({u"a"_s}), u"\"a\""_s);
    QCOMPARE(oneOf({u"a"_s, u"b"_s, u"c"_s}), u"\"a\", \"b\" or \"c\""_s);
    QVERIFY(oneOf(QStringList(20, u"x"_s)).endsWith(u"or one of 8 more"_s));
}

void TestWords::takesPointersApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("the whole") << QString() << true << QStringList();
    QTest::newRow("a member") << u"/a"_s << true << QStringList{u"a"_s};
    QTest::newRow("an element") << u"/a/0"_s << true << QStringList{u"a"_s, u"0"_s};
    QTest::newRow("escapes") << u"/a~1b/~0~01"_s << true << QStringList{u"a/b"_s, u"~~1"_s};
    QTest::newRow("an empty name") << u"/"_s << true << QStringList{QString()};
    QTest::newRow("no slash") << u"a"_s << false << QStringList();
    QTest::newRow("half an escape") << u"/a~"_s << false << QStringList();
    QTest::newRow("an unknown escape") << u"/a~2"_s << false << QStringList();
}

void TestWords::takesPointersApart()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QFETCH(QStringList, parts);
    const auto found = pointerParts(text);
    QCOMPARE(found.has_value(), good);
    QCOMPARE(found.value_or(QStringList()), parts);
    QString rebuilt;
    for (const QString &part : parts)
        rebuilt = pointer(rebuilt, part);
    if (good)
        QCOMPARE(rebuilt, text);
}

void TestWords::acceptsIdentifiers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("plain");
    QTest::addColumn<bool>("dotted");
    QTest::newRow("a word") << u"cart"_s << true << true;
    QTest::newRow("words with hyphens") << u"order-history-2"_s << true << true;
    QTest::newRow("words with dots") << u"order.placed"_s << false << true;
    QTest::newRow("a dot at the end") << u"order."_s << false << false;
    QTest::newRow("two dots") << u"a..b"_s << false << false;
    QTest::newRow("a path") << u"../a"_s << false << false;
    QTest::newRow("another script") << u"кот"_s << false << false;
    QTest::newRow("nothing") << QString() << false << false;
    QTest::newRow("63 characters") << QString(63, u'a') << true << true;
    QTest::newRow("64 characters") << QString(64, u'a') << false << false;
    QTest::newRow("a line break at the end") << u"cart\n"_s << false << false;
}

void TestWords::acceptsIdentifiers()
{
    QFETCH(QString, text);
    QTEST(identifier().accepts(text), "plain");
    QTEST(dottedIdentifier().accepts(text), "dotted");
}

void TestWords::limitsSentencesByCharacters()
{
    const QString pair = u"🛒"_s; // two code units, one character
    QVERIFY(sentence().accepts(pair.repeated(500)));
    QVERIFY(!sentence().accepts(pair.repeated(501)));
    QVERIFY(!sentence().accepts(u"a\u0007b"_s));
    QVERIFY(!sentence().accepts(u"\u00a0"_s));
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
