// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/resilience/deadline.h>
#include <services/resilience/retrybudget.h>

#include <QTest>

#include <tests/support/fakeclock.h>

using namespace services::resilience;
using namespace std::chrono_literals;
using services::contract::Instant;
using tests::support::FakeClock;

namespace {

int spendAll(RetryBudget &budget, Instant now)
{
    int spent = 0;
    while (budget.trySpend(now))
        ++spent;
    return spent;
}

} // namespace

class TestRetryBudget : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWithinTheWindowOnly()
    {
        FakeClock clock;
        SlidingCount count(10s);
        count.add(clock.now());
        count.add(clock.now());
        clock.advance(5s);
        count.add(clock.now());
        QCOMPARE(count.total(clock.now()), 3);
        clock.advance(4s + 900ms);
        QCOMPARE(count.total(clock.now()), 3);
        clock.advance(100ms);
        QCOMPARE(count.total(clock.now()), 1);
        clock.advance(5s);
        QCOMPARE(count.total(clock.now()), 0);
    }

    void forgetsAllAfterALongSilence()
    {
        FakeClock clock;
        SlidingCount count(10s);
        for (int i = 0; i < 100; ++i) {
            count.add(clock.now());
            clock.advance(100ms);
        }
        QCOMPARE(count.total(clock.now()), 90); // the oldest slice has just left
        clock.advance(24h);
        QCOMPARE(count.total(clock.now()), 0);
        count.add(clock.now());
        QCOMPARE(count.total(clock.now()), 1);
    }

    void survivesAClockThatStepsBack()
    {
        FakeClock clock;
        SlidingCount count(10s);
        count.add(clock.now());
        count.add(clock.now() - 30s);
        QCOMPARE(count.total(clock.now()), 2);
    }

    void allowsTheMinimumWithoutAnyCall()
    {
        FakeClock clock;
        RetryBudget budget;
        QCOMPARE(spendAll(budget, clock.now()), 100); // 10 a second over 10 s
    }

    void allowsAShareOfTheCallsBesides()
    {
        FakeClock clock;
        RetryBudget budget({0.2, 0.0, 10s});
        QCOMPARE(spendAll(budget, clock.now()), 0);
        for (int i = 0; i < 1'000; ++i)
            budget.countCall(clock.now());
        QCOMPARE(spendAll(budget, clock.now()), 200);
    }

    void isSpentUnderATotalOutageAndComesBack()
    {
        // 100 calls a second, each of which fails and would be repeated: at most 20 % + 10/s are.
        FakeClock clock;
        RetryBudget budget;
        int retries = 0;
        for (int i = 0; i < 6'000; ++i) {
            budget.countCall(clock.now());
            retries += budget.trySpend(clock.now()) ? 1 : 0;
            clock.advance(10ms);
        }
        QVERIFY2(retries <= 6'000 * 0.2 + 60 * 10 + 100, qPrintable(QString::number(retries)));
        QVERIFY2(retries >= 6'000 * 0.2 + 60 * 10 - 300, qPrintable(QString::number(retries)));
        clock.advance(10s);
        QVERIFY(budget.trySpend(clock.now()));
        QCOMPARE(spendAll(budget, clock.now()), 99);
    }

    void anUnspentBudgetDoesNotPileUp()
    {
        FakeClock clock;
        RetryBudget budget({0.2, 0.0, 10s});
        for (int i = 0; i < 1'000; ++i) {
            budget.countCall(clock.now());
            clock.advance(100ms); // 100 s: ten windows
        }
        QVERIFY(spendAll(budget, clock.now()) <= 20);
    }

    void shortensDeadlines_data()
    {
        QTest::addColumn<qint64>("deadline"); // ms from now; -1: none
        QTest::addColumn<qint64>("timeout");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("the timeout is nearer") << qint64(500) << qint64(200) << qint64(200);
        QTest::newRow("the caller's deadline is nearer") << qint64(100) << qint64(200) << qint64(100);
        QTest::newRow("the caller waits for ever") << qint64(-1) << qint64(200) << qint64(200);
    }
    void shortensDeadlines()
    {
        QFETCH(qint64, deadline);
        QFETCH(qint64, timeout);
        QFETCH(qint64, expected);
        const Instant now = FakeClock().now();
        const Instant until = deadline < 0 ? Instant::max() : now + std::chrono::milliseconds(deadline);
        QCOMPARE(shortened(until, now, std::chrono::milliseconds(timeout)),
                 now + std::chrono::milliseconds(expected));
    }

    void noTimeoutLeavesTheDeadline()
    {
        const Instant now = FakeClock().now();
        QCOMPARE(shortened(now + 1s, now, std::chrono::nanoseconds::max()), now + 1s);
        QCOMPARE(shortened(Instant::max(), now, std::chrono::nanoseconds::max()), Instant::max());
    }
};

QTEST_GUILESS_MAIN(TestRetryBudget)
#include "tst_retrybudget.moc"
