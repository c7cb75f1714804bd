// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/layout/counted.h>
#include <model/layout/drawntext.h>

#include <QTest>

using namespace model::layout;
using namespace Qt::StringLiterals;

class TestDrawnText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void growsWithLettersSizeAndWeight()
    {
        QCOMPARE(widthOf({}, {12}), 0.0);
        QVERIFY(widthOf(u"Catalogue"_s, {12}) > widthOf(u"Cata"_s, {12}));
        QVERIFY(widthOf(u"mmm"_s, {12}) > widthOf(u"iii"_s, {12}));
        QCOMPARE(widthOf(u"Cart"_s, {24}), 2 * widthOf(u"Cart"_s, {12}));
        QVERIFY(widthOf(u"Cart"_s, {12, true}) > widthOf(u"Cart"_s, {12}));
        QVERIFY(widthOf(u"店店"_s, {12}) >= 24);
    }

    void elidesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("width");
        QTest::newRow("fits") << u"Cart"_s << 200.0;
        QTest::newRow("a long name") << u"The recommendations of everything that others have bought"_s
                                     << 90.0;
        QTest::newRow("another script") << u"推薦推薦推薦推薦推薦推薦"_s << 60.0;
        QTest::newRow("pictures of several parts")
            << u"👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦"_s << 100.0;
        QTest::newRow("accents") << u"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"_s << 30.0;
        QTest::newRow("no room at all") << u"Cart"_s << 0.0;
    }
    void elidesWhatDoesNotFit()
    {
        QFETCH(QString, text);
        QFETCH(double, width);
        const QString shown = elided(text, {12}, width);
        if (shown == text)
            QVERIFY(widthOf(text, {12}) <= width);
        else
            QVERIFY(shown.endsWith(QChar(0x2026)) && text.startsWith(shown.chopped(1)));
        QVERIFY(widthOf(shown, {12}) <= std::max(width, widthOf(QString(QChar(0x2026)), {12})));
        for (qsizetype i = 0; i < shown.size(); ++i) {
            if (shown[i].isHighSurrogate())
                QVERIFY(i + 1 < shown.size() && shown[i + 1].isLowSurrogate());
        }
    }

    void keepsOnlyWhatCanBePrinted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("printed");
        QTest::newRow("plain") << u"Cart & <Co>"_s << u"Cart & <Co>"_s;
        QTest::newRow("lines and tabs") << u"two\nlines\tand more"_s << u"two lines and more"_s;
        QTest::newRow("control characters") << u"a\u0000b\u0001c\u001bd\u009f"_s << u"abcd"_s;
        QTest::newRow("a lone high surrogate") << u"a"_s + QChar(0xd83d) + u"b"_s << u"a\ufffdb"_s;
        QTest::newRow("a lone low surrogate") << u"a"_s + QChar(0xdc00) + u"b"_s << u"a\ufffdb"_s;
        QTest::newRow("changes of direction") << u"a\u202eb\u2066c"_s << u"abc"_s;
        QTest::newRow("no characters") << u"a"_s + QChar(0xffff) + QChar(0xfffe) << u"a"_s;
        QTest::newRow("right to left") << u"عربة"_s << u"عربة"_s;
        QTest::newRow("a book") << QString(100'000, u'x') << QString(300, u'x');
    }
    void keepsOnlyWhatCanBePrinted()
    {
        QFETCH(QString, text);
        QFETCH(QString, printed);
        QCOMPARE(printable(text), printed);
    }

    void countsThings()
    {
        QCOMPARE(counted(0, u"unit"_s), u"0 units"_s);
        QCOMPARE(counted(1, u"capability"_s), u"1 capability"_s);
        QCOMPARE(counted(3, u"capability"_s), u"3 capabilities"_s);
    }
};

QTEST_GUILESS_MAIN(TestDrawnText)
#include "tst_drawntext.moc"
