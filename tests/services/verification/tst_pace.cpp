// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

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

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
