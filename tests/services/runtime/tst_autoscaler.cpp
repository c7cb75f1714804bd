// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/runtime/autoscaler.h>

#include <QTest>

#include <tests/support/fakeclock.h>

using namespace services::runtime;
using namespace std::chrono_literals;
using tests::support::FakeClock;

namespace {

Autoscaler::Settings settings()
{
    Autoscaler::Settings made;
    made.target = 0.5;
    made.fewest = 1;
    made.most = 20;
    made.scaleDownAfter = 30s;
    return made;
}

} // namespace

// Each rule of the algorithm, on a clock that the test moves.
class TestAutoscaler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wantsAsManyAsTheTargetTells_data()
    {
        QTest::addColumn<int>("instances");
        QTest::addColumn<int>("ready");
        QTest::addColumn<double>("utilisation");
        QTest::addColumn<int>("wanted");
        QTest::newRow("as it should be") << 3 << 3 << 0.5 << 3;
        QTest::newRow("twice as busy: twice as many") << 3 << 3 << 1.0 << 6;
        QTest::newRow("rounded up") << 3 << 3 << 0.6 << 4; // 3.6
        QTest::newRow("an exact multiple is not rounded up") << 10 << 10 << 0.6 << 12;
        QTest::newRow("a little too busy is tolerated") << 10 << 10 << 0.549 << 10;
        QTest::newRow("a little too idle is tolerated") << 10 << 10 << 0.451 << 10;
        QTest::newRow("just out of the tolerance") << 10 << 10 << 0.56 << 12; // 11.2
        QTest::newRow("at most twice as many") << 8 << 8 << 5.0 << 16;
        QTest::newRow("or four more, when there are few") << 1 << 1 << 20.0 << 5;
        QTest::newRow("never more than allowed") << 15 << 15 << 1.0 << 20;
        QTest::newRow("who boots counts as idle when it would grow") << 4 << 2 << 1.0 << 4; // 0.5 in all
        QTest::newRow("but it grows when even so it is too busy") << 3 << 2 << 1.0 << 4; // 0.67 in all: 4
        QTest::newRow("who boots counts as full when it would shrink") << 4 << 2 << 0.1 << 4; // 0.55
        QTest::newRow("nobody is ready: nothing is known") << 2 << 0 << 0.0 << 2;
        QTest::newRow("more than allowed, and nobody ready") << 30 << 0 << 0.0 << 20;
    }
    void wantsAsManyAsTheTargetTells()
    {
        QFETCH(int, instances);
        QFETCH(int, ready);
        QFETCH(double, utilisation);
        Autoscaler autoscaler(settings());
        const FakeClock clock;
        QTEST(autoscaler.decide({instances, ready, utilisation}, clock.now()).value_or(instances), "wanted");
    }

    void saysNothingWhenAllMayStay()
    {
        Autoscaler autoscaler(settings());
        QVERIFY(!autoscaler.decide({3, 3, 0.5}, FakeClock().now()));
    }

    void growsAtOnce()
    {
        FakeClock clock;
        Autoscaler autoscaler(settings());
        QVERIFY(!autoscaler.decide({2, 2, 0.5}, clock.now()));
        clock.advance(1s);
        QCOMPARE(autoscaler.decide({2, 2, 1.0}, clock.now()), 4);
    }

    void shrinksOnlyWhenFewerWereWantedForTheWholeWindow()
    {
        FakeClock clock;
        Autoscaler autoscaler(settings());
        QVERIFY(!autoscaler.decide({6, 6, 0.5}, clock.now()));
        for (int second = 1; second < 30; ++second) {
            clock.advance(1s);
            QVERIFY2(!autoscaler.decide({6, 6, 0.1}, clock.now()), qPrintable(QString::number(second)));
        }
        clock.advance(1s);
        QCOMPARE(autoscaler.decide({6, 6, 0.1}, clock.now()), 2); // 1.2
    }

    void shrinksToTheMostThatWasWantedWithinTheWindow()
    {
        FakeClock clock;
        Autoscaler autoscaler(settings());
        QVERIFY(!autoscaler.decide({8, 8, 0.5}, clock.now()));
        clock.advance(10s);
        QVERIFY(!autoscaler.decide({8, 8, 0.25}, clock.now())); // 4
        clock.advance(20s);
        QCOMPARE(autoscaler.decide({8, 8, 0.05}, clock.now()), 4);
        clock.advance(10s);
        QCOMPARE(autoscaler.decide({4, 4, 0.05}, clock.now()), 1);
    }

    void aShortPeakHoldsTheOthersBack()
    {
        FakeClock clock;
        Autoscaler autoscaler(settings());
        QVERIFY(!autoscaler.decide({4, 4, 0.45}, clock.now()));
        clock.advance(29s);
        QCOMPARE(autoscaler.decide({4, 4, 0.9}, clock.now()), 8); // 7.2
        for (int second = 0; second < 29; ++second) {
            clock.advance(1s);
            QVERIFY(!autoscaler.decide({8, 8, 0.1}, clock.now()));
        }
        clock.advance(1s);
        QCOMPARE(autoscaler.decide({8, 8, 0.1}, clock.now()), 2);
    }

    void keepsTheFewest()
    {
        FakeClock clock;
        auto two = settings();
        two.fewest = 2;
        Autoscaler autoscaler(two);
        QCOMPARE(autoscaler.decide({1, 1, 0.0}, clock.now()), 2);
        clock.advance(1h);
        QVERIFY(!autoscaler.decide({2, 2, 0.0}, clock.now()));
    }
};

QTEST_APPLESS_MAIN(TestAutoscaler)
#include "tst_autoscaler.moc"
