// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/runtime/workslots.h>

#include <QTest>

#include <tests/support/faketimers.h>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace services::runtime;
using namespace std::chrono_literals;
using services::waiting::WaitScope;
using tests::support::FakeClock;
using tests::support::FakeTimers;

namespace {

constexpr Instant never = Instant::max();

// Slots whose work lasts as long as the service times say, on a clock which the test moves.
struct Workshop
{
    explicit Workshop(WorkSlots::Limits limits, double scale = 1.0)
        : slots_(limits, ServiceTimes(7, scale), scope, timers)
    {
    }
    ~Workshop() { scope.cancel(); }

    void come(const QString &name, Instant deadline = never) { scope.spawn(work(name, deadline)); }
    QCoro::Task<> work(QString name, Instant deadline)
    {
        const auto worked = co_await slots_.work(10ms, deadline);
        ended.append(worked ? name : name + u' ' + word(worked.error().kind));
    }

    FakeClock clock;
    FakeTimers timers{clock};
    WaitScope scope;
    WorkSlots slots_;
    QStringList ended;
};

} // namespace

class TestWorkSlots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsOneSlotEachUpToTheNumberOfWorkers()
    {
        Workshop shop({2, 10});
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            shop.come(name);
        QCOMPARE(shop.slots_.working(), 2);
        QCOMPARE(shop.slots_.queued(), 1);
        shop.timers.advance(10s);
        QCOMPARE(shop.ended.size(), 3);
        QCOMPARE(shop.slots_.working(), 0);
        QCOMPARE(shop.slots_.queued(), 0);
    }

    void servesFirstComeFirstServed()
    {
        Workshop shop({1, 10});
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            shop.come(name);
        shop.timers.advance(10s);
        QCOMPARE(shop.ended, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    }

    void aLateAlarmTakesNoTimeFromTheNextOne()
    {
        Workshop shop({1, 10});
        shop.come(u"a"_s);
        shop.come(u"b"_s);
        ServiceTimes same(7, 1.0);
        const Instant end = shop.clock.now() + same.draw(10ms) + same.draw(10ms);
        ServiceTimes first(7, 1.0);
        shop.clock.advance(first.draw(10ms) + 1ms);
        shop.timers.advance(0ms); // the loop sees only now that `a` was due
        QCOMPARE(shop.ended, QStringList{u"a"_s});
        shop.timers.advance(end - shop.clock.now());
        QCOMPARE(shop.ended, (QStringList{u"a"_s, u"b"_s}));
    }

    void countsHowLongItsWorkersWereBusy()
    {
        Workshop shop({2, 10});
        shop.come(u"a"_s);
        shop.come(u"b"_s);
        shop.come(u"c"_s);
        ServiceTimes same(7, 1.0);
        const auto work = same.draw(10ms) + same.draw(10ms) + same.draw(10ms);
        shop.timers.advance(100us);
        QCOMPARE(shop.slots_.takeWorked(), 200us);
        shop.timers.advance(10s);
        QCOMPARE(shop.slots_.takeWorked(), work - 200us);
        shop.timers.advance(10s);
        QCOMPARE(shop.slots_.takeWorked(), 0ns);
    }

    void aLoopThatStoodStillHasNotWorked()
    {
        Workshop shop({1, 10});
        shop.come(u"a"_s);
        shop.come(u"b"_s);
        shop.clock.advance(1h);
        shop.timers.advance(0ms);
        shop.timers.advance(2ms);
        QCOMPARE(shop.ended, QStringList{u"a"_s});
        shop.timers.advance(1h);
        QCOMPARE(shop.ended.size(), 2);
    }

    void refusesWhenTheQueueIsFull()
    {
        Workshop shop({1, 2});
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            shop.come(name);
        QCOMPARE(shop.ended, QStringList{u"d overloaded"_s});
        shop.timers.advance(10s);
        QCOMPARE(shop.ended.size(), 4);
    }

    void letsOneWhoseDeadlinePassesLeaveTheQueueWithoutWork()
    {
        Workshop shop({1, 2});
        shop.come(u"a"_s);
        shop.come(u"b"_s, shop.clock.now() + 1us);
        shop.come(u"c"_s);
        shop.timers.advance(1us);
        QCOMPARE(shop.ended, QStringList{u"b timed-out"_s});
        QCOMPARE(shop.slots_.queued(), 1);
        shop.come(u"d"_s); // there is room again
        shop.timers.advance(10s);
        QCOMPARE(shop.ended, (QStringList{u"b timed-out"_s, u"a"_s, u"c"_s, u"d"_s}));
    }

    void doesNothingForOneWhoComesTooLate()
    {
        Workshop shop({1, 2});
        shop.come(u"late"_s, shop.clock.now());
        QCOMPARE(shop.ended, QStringList{u"late timed-out"_s});
        QCOMPARE(shop.slots_.working(), 0);
    }

    void tellsWhoseWorkTookTooLong()
    {
        Workshop shop({1, 2}, 1000.0);
        shop.come(u"a"_s, shop.clock.now() + 1us);
        shop.timers.advance(1h);
        QCOMPARE(shop.ended, QStringList{u"a timed-out"_s});
    }

    void unwindsAllWhenTheInstanceEnds()
    {
        Workshop shop({2, 10});
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            shop.come(name);
        shop.scope.cancel();
        QCOMPARE(shop.ended.size(), 4);
        for (const QString &end : std::as_const(shop.ended))
            QVERIFY2(end.endsWith(u"cancelled"), qPrintable(end));
        QVERIFY(shop.scope.isIdle());
        QCOMPARE(shop.slots_.working(), 0);
        QCOMPARE(shop.slots_.queued(), 0);
    }

    void doesNoWorkAtScaleZero()
    {
        Workshop shop({1, 0}, 0);
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            shop.come(name);
        QCOMPARE(shop.ended, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void drawsExponentialTimes()
    {
        ServiceTimes times(42, 1.0);
        constexpr int count = 200'000;
        double sum = 0;
        double squares = 0;
        int aboveMean = 0;
        for (int i = 0; i < count; ++i) {
            const double time = std::chrono::duration<double, std::milli>(times.draw(5ms)).count();
            sum += time;
            squares += time * time;
            aboveMean += time > 5 ? 1 : 0;
        }
        const double mean = sum / count;
        const double deviation = std::sqrt(squares / count - mean * mean);
        QVERIFY2(std::abs(mean - 5) < 0.05, qPrintable(QString::number(mean)));
        QVERIFY2(std::abs(deviation - 5) < 0.1, qPrintable(QString::number(deviation)));
        QVERIFY(std::abs(aboveMean / double(count) - std::exp(-1)) < 0.01);
    }

    void drawsTheSameTimesFromTheSameSeed()
    {
        ServiceTimes one(3, 1.0);
        ServiceTimes same(3, 1.0);
        ServiceTimes half(3, 0.5);
        ServiceTimes other(4, 1.0);
        for (int i = 0; i < 100; ++i) {
            const auto time = one.draw(8ms);
            QCOMPARE(same.draw(8ms).count(), time.count());
            QVERIFY(std::abs(half.draw(8ms).count() * 2 - time.count()) <= 2);
            QVERIFY(other.draw(8ms) != time);
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkSlots)
#include "tst_workslots.moc"
