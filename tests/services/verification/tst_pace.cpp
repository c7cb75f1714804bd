// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/verification/errand.h>
#include <services/verification/pace.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using services::verification::Pace;

namespace {

services::load::LoadBatch arrivals(int all, int late)
{
    services::load::LoadBatch batch;
    batch.arrivals = all;
    batch.lateArrivals = late;
    return batch;
}

} // namespace

// Whether a measurement says something about faults, or about the machine.
class TestPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasKeptUpWithNothing();
    void forgivesAFewLateCustomers();
    void noticesLateCustomers();
    void noticesItsOwnLateness();
    void noticesThatTheBackgroundStarves();
    void anErrandComesBack();
};

void TestPace::hasKeptUpWithNothing()
{
    QVERIFY(Pace().keptUp());
    QCOMPARE(Pace().words(), QString());
}

void TestPace::forgivesAFewLateCustomers()
{
    Pace pace;
    pace.take(arrivals(60, 0));
    pace.take(arrivals(40, 5));
    QVERIFY(pace.keptUp());
}

void TestPace::noticesLateCustomers()
{
    Pace pace;
    pace.take(arrivals(60, 0));
    pace.take(arrivals(40, 6));
    QVERIFY(!pace.keptUp());
    QCOMPARE(pace.words(), u"6 of 100 customers began more than 100 ms after they meant to"_s);
}

void TestPace::noticesItsOwnLateness()
{
    Pace pace;
    for (int i = 0; i < 19; ++i)
        pace.woke(100ms);
    pace.woke(101ms);
    QVERIFY(pace.keptUp());
    pace.woke(300ms);
    QVERIFY(!pace.keptUp());
    QCOMPARE(pace.words(), u"2 of 21 looks came more than 100 ms late"_s);
}

void TestPace::noticesThatTheBackgroundStarves()
{
    Pace pace;
    for (int i = 0; i < 100; ++i)
        pace.woke(0ms);
    for (int i = 0; i < 10; ++i)
        pace.ran(2ms);
    QVERIFY(pace.keptUp());
    pace.ran(600ms);
    QVERIFY(!pace.keptUp());
    QCOMPARE(pace.words(), u"1 of 11 times work in the background waited more than 200 ms for a processor"_s);
}

void TestPace::anErrandComesBack()
{
    services::verification::Errand errand;
    QCOMPARE(errand.outFor(), 0ns);
    errand.send();
    errand.send(); // while one is out, no other
    QTRY_COMPARE(errand.outFor(), 0ns);
    const auto lateness = errand.takeLateness();
    QCOMPARE(lateness.size(), 1U);
    QVERIFY(lateness.front() >= 0ns);
    QVERIFY(errand.takeLateness().empty());
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
