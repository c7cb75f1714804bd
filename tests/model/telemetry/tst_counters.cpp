// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/telemetry/counters.h>

#include <QTest>

using namespace model::telemetry;
using namespace std::chrono_literals;
using model::result::Kind;

class TestCounters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsByOutcome()
    {
        Counters counters;
        counters.add({2ms, {}, false});
        counters.add({4ms, {}, true});
        counters.add({6ms, Kind::TimedOut, false});
        counters.add({8ms, Kind::TimedOut, false});
        counters.add({10ms, Kind::Reset, false});
        QCOMPARE(counters.requests, 5U);
        QCOMPARE(counters.degraded, 1U);
        QCOMPARE(counters.failed(), 3U);
        QCOMPARE(counters.failures.value(Kind::TimedOut), 2U);
        QCOMPARE(counters.failures.value(Kind::Reset), 1U);
        QVERIFY(!counters.failures.contains(Kind::Refused));
        QCOMPARE(counters.latency.count(), 5U);
        QCOMPARE(counters.latency.mean(), std::chrono::nanoseconds(6ms));
    }

    void addsUpOverPeriods()
    {
        Counters first;
        first.add({2ms, Kind::Refused, false});
        first.retries = 2;
        Counters second;
        second.add({2ms, Kind::Refused, false});
        second.add({2ms, Kind::Overloaded, true});
        second.retries = 1;
        Counters both = first;
        both.merge(second);
        QCOMPARE(both.requests, 3U);
        QCOMPARE(both.retries, 3U);
        QCOMPARE(both.degraded, 1U);
        QCOMPARE(both.failures.value(Kind::Refused), 2U);
        QCOMPARE(both.failed(), 3U);
        QCOMPARE(both.latency.count(), 3U);
        second.merge(first);
        QCOMPARE(second, both);
    }
};

QTEST_GUILESS_MAIN(TestCounters)
#include "tst_counters.moc"
