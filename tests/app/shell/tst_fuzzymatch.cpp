// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/fuzzymatch.h>

#include <QTest>

using namespace Qt::StringLiterals;
using app::shell::match;
using app::shell::meansTitle;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsByLettersInTheirOrder_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("fits");
        QTest::newRow("beginnings of words") << u"cc"_s << u"Crash Catalogue"_s << true;
        QTest::newRow("letters here and there") << u"crct"_s << u"Crash Catalogue"_s << true;
        QTest::newRow("letters anywhere")
            << u"who owns search"_s << u"Search: Slow, 500 ms Monolith"_s << false;
        QTest::newRow("too many holes") << u"scale cat"_s << u"Search: cut off from Catalogue"_s << false;
        QTest::newRow("another order") << u"lc"_s << u"Cut"_s << false;
        QTest::newRow("parts in any order") << u"catal crash"_s << u"Crash Catalogue"_s << true;
        QTest::newRow("capitals do not matter") << u"CRASH"_s << u"Crash Catalogue"_s << true;
        QTest::newRow("nor do accents") << u"ubersicht"_s << u"Übersicht"_s << true;
        QTest::newRow("nothing fits everything") << u""_s << u"Crash"_s << true;
        QTest::newRow("a letter too many") << u"crashx"_s << u"Crash"_s << false;
    }
    void findsByLettersInTheirOrder()
    {
        QFETCH(QString, typed);
        QFETCH(QString, words);
        QTEST(match(typed, words).has_value(), "fits");
    }

    void whatFitsBetterIsWorthMore_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("in one piece") << u"cart"_s << u"Crash Cart"_s << u"Catalogue: restart"_s;
        QTest::newRow("beginnings of words") << u"cc"_s << u"Crash Cart"_s << u"Check account"_s.mid(1);
        QTest::newRow("the shorter one") << u"dark"_s << u"Dark"_s << u"Dark, and reduced motion"_s;
        QTest::newRow("at the beginning") << u"pay"_s << u"Payments: hang"_s << u"Cut off from Payments"_s;
        QTest::newRow("at the beginning, though longer")
            << u"orders"_s << u"Orders service of team Checkout"_s << u"GET /orders endpoint"_s;
    }
    void whatFitsBetterIsWorthMore()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const auto first = match(typed, better);
        const auto second = match(typed, worse);
        QVERIFY(first.has_value());
        QVERIFY(!second.has_value() || first->worth > second->worth);
    }

    void aSynonymIsFoundByHowItBegins()
    {
        const QString more = u"Cart: One instance more"_s;
        QVERIFY(!match(u"double", more).has_value());
        const auto found = match(u"doub cart", more, u"scale double"_s);
        QVERIFY(found.has_value());
        QCOMPARE(found->letters, (std::vector<qsizetype>{0, 1, 2, 3})); // what is shown of it
        QVERIFY(!match(u"cale", more, u"scale"_s).has_value());
        QVERIFY(match(u"scale", u"Scale"_s)->worth > match(u"scale", u"Other"_s, u"scale"_s)->worth);
    }

    void saysWhetherTheTitleIsMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isMeant");
        QTest::newRow("a word") << u"crash"_s << true;
        QTest::newRow("beginnings of words") << u"cr cat"_s << true;
        QTest::newRow("first letters") << u"cc"_s << true;
        QTest::newRow("with its context") << u"catalogue micro"_s << true;
        QTest::newRow("its context alone") << u"microservices"_s << false;
        QTest::newRow("within a word") << u"rash"_s << false;
        QTest::newRow("with a hole") << u"crsh"_s << false;
        QTest::newRow("one part within a word") << u"crash log"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void saysWhetherTheTitleIsMeant()
    {
        QFETCH(QString, typed);
        QTEST(meansTitle(typed, u"Crash Catalogue"_s, u"Microservices"_s), "isMeant");
    }

    void saysWhichLettersItFound()
    {
        const auto found = match(u"cc", u"Crash Catalogue"_s);
        QVERIFY(found.has_value());
        QCOMPARE(found->letters, (std::vector<qsizetype>{0, 6}));
    }
};

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
