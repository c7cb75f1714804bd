// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/resilience/backoff.h>

#include <QTest>

#include <vector>

using namespace services::resilience;
using namespace std::chrono_literals;
using model::operation::RetryPolicy;
using std::chrono::nanoseconds;

namespace {

RetryPolicy policy(std::chrono::milliseconds first, std::chrono::milliseconds longest, bool jitter)
{
    RetryPolicy made;
    made.backoff = first;
    made.longestBackoff = longest;
    made.fullJitter = jitter;
    return made;
}

std::vector<nanoseconds> waits(Backoff &backoff, const RetryPolicy &policy, int repeats)
{
    std::vector<nanoseconds> all;
    for (int repeat = 1; repeat <= repeats; ++repeat)
        all.push_back(backoff.before(repeat, policy));
    return all;
}

} // namespace

class TestBackoff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doublesUpToItsLimit()
    {
        Backoff backoff(1);
        const std::vector<nanoseconds> expected{25ms, 50ms, 100ms, 200ms, 300ms, 300ms};
        QCOMPARE(waits(backoff, policy(25ms, 300ms, false), 6), expected);
        QCOMPARE(backoff.before(1000, policy(1ms, 24h, false)), nanoseconds(24h)); // no overflow
    }

    void nothingStaysNothing()
    {
        Backoff backoff(1);
        for (const bool jitter : {false, true}) {
            QCOMPARE(backoff.before(1, policy(0ms, 300ms, jitter)), 0ns);
            QCOMPARE(backoff.before(9, policy(0ms, 300ms, jitter)), 0ns);
            QCOMPARE(backoff.before(1, policy(25ms, 0ms, jitter)), 0ns);
        }
    }

    void fullJitterSpreadsOverAllOfIt()
    {
        Backoff backoff(7);
        nanoseconds sum{0};
        int inFirstQuarter = 0;
        constexpr int times = 4000;
        for (int i = 0; i < times; ++i) {
            const auto wait = backoff.before(3, policy(25ms, 1s, true)); // up to 100 ms
            QVERIFY(wait >= 0ns && wait <= 100ms);
            sum += wait;
            inFirstQuarter += wait < 25ms ? 1 : 0;
        }
        const double mean = std::chrono::duration<double, std::milli>(sum).count() / times;
        QVERIFY2(mean > 47 && mean < 53, qPrintable(QString::number(mean)));
        QVERIFY2(inFirstQuarter > times / 5 && inFirstQuarter < times * 3 / 10,
                 qPrintable(QString::number(inFirstQuarter)));
    }

    void theSameSeedGivesTheSameWaits()
    {
        Backoff one(3);
        Backoff same(3);
        Backoff other(4);
        const auto settings = policy(25ms, 1s, true);
        const auto first = waits(one, settings, 10);
        QCOMPARE(waits(same, settings, 10), first);
        QVERIFY(waits(other, settings, 10) != first);
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
