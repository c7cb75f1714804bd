// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/waiting/looptimers.h>
#include <services/waiting/pending.h>

#include <QTest>

using namespace services::waiting;
using namespace std::chrono_literals;

namespace {

using Outcome = std::optional<Result<int>>;

QCoro::Task<> awaitInto(Pending<int> &pending, Outcome &outcome)
{
    outcome = co_await pending;
}

// A coroutine which owns what it waits for, and waits again after it was answered.
QCoro::Task<> waitTwice(WaitScope &scope, std::vector<Completer<int>> &completers, int &steps)
{
    for (int round = 0; round < 2; ++round) {
        Pending<int> pending(scope);
        completers.push_back(pending.completer());
        const auto result = co_await pending;
        ++steps;
        if (!result)
            co_return;
    }
}

QCoro::Task<> sleepInto(WaitScope &scope,
                        Timers &timers,
                        std::chrono::nanoseconds duration,
                        std::optional<Result<void>> &outcome)
{
    outcome = co_await sleepFor(scope, timers, duration);
}

} // namespace

class TestPending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void suspendsUntilItIsCompleted()
    {
        WaitScope scope;
        Pending<int> pending(scope);
        Outcome outcome;
        scope.spawn(awaitInto(pending, outcome));
        QVERIFY(!outcome.has_value());
        QVERIFY(!scope.isIdle());
        pending.completer().complete(42);
        QCOMPARE(outcome->value(), 42);
        QVERIFY(scope.isIdle());
    }

    void doesNotSuspendWhenItIsComplete()
    {
        WaitScope scope;
        Pending<int> pending(scope);
        pending.completer().complete(1);
        Outcome outcome;
        scope.spawn(awaitInto(pending, outcome));
        QCOMPARE(outcome->value(), 1);
    }

    void isCompletedOnlyOnce()
    {
        WaitScope scope;
        Pending<int> pending(scope);
        const auto completer = pending.completer();
        QVERIFY(!completer.isSettled());
        completer.complete(1);
        completer.complete(2);
        QVERIFY(completer.isSettled());
        Outcome outcome;
        scope.spawn(awaitInto(pending, outcome));
        QCOMPARE(outcome->value(), 1);
    }

    void theLoopTicksWhileItWaits()
    {
        WaitScope scope;
        LoopTimers timers;
        Pending<int> pending(scope);
        Outcome outcome;
        scope.spawn(awaitInto(pending, outcome));
        int ticks = 0;
        const auto completer = pending.completer();
        for (int tick = 1; tick <= 5; ++tick) {
            timers.after(tick * 1ms, [&ticks, completer] {
                if (++ticks == 5)
                    completer.complete(ticks);
            });
        }
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(outcome->value(), 5);
    }

    void timesOutAtItsDeadline()
    {
        WaitScope scope;
        LoopTimers timers;
        Pending<int> pending(scope, timers, timers.now() + 2ms);
        Outcome outcome;
        scope.spawn(awaitInto(pending, outcome));
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(outcome->error().kind, Kind::TimedOut);
        pending.completer().complete(3);
    }

    void aCompletedWaitForgetsItsDeadline()
    {
        WaitScope scope;
        LoopTimers timers;
        Outcome outcome;
        {
            Pending<int> pending(scope, timers, timers.now() + 1ms);
            scope.spawn(awaitInto(pending, outcome));
            pending.completer().complete(7);
        }
        bool later = false;
        timers.after(3ms, [&later] { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(outcome->value(), 7);
    }

    void cancellingTheScopeUnwindsEveryCoroutine()
    {
        WaitScope scope;
        std::vector<Completer<int>> completers;
        int steps = 0;
        for (int count = 0; count < 1000; ++count)
            scope.spawn(waitTwice(scope, completers, steps));
        completers[10].complete(1); // this one waits for the second time
        scope.cancel();
        QVERIFY(scope.isIdle());
        QCOMPARE(steps, 1001);
        for (const auto &completer : completers)
            completer.complete(5); // far too late, and harmless
    }

    void aWaitAfterTheCancellationIsAnsweredAtOnce()
    {
        WaitScope scope;
        scope.cancel();
        Pending<int> pending(scope);
        Outcome outcome;
        scope.spawn(awaitInto(pending, outcome));
        QCOMPARE(outcome->error().kind, Kind::Cancelled);
    }

    void aCompleterMayOutliveItsScope()
    {
        Completer<int> completer;
        {
            WaitScope scope;
            Pending<int> pending(scope);
            completer = pending.completer();
        }
        QVERIFY(completer.isSettled());
        completer.complete(1);
    }

    void sleepEndsAfterItsTimeOrWithItsScope()
    {
        LoopTimers timers;
        WaitScope scope;
        std::optional<Result<void>> slept;
        std::optional<Result<void>> interrupted;
        scope.spawn(sleepInto(scope, timers, 1ms, slept));
        scope.spawn(sleepInto(scope, timers, 1h, interrupted));
        QTRY_VERIFY(slept.has_value());
        QVERIFY(slept->has_value());
        QVERIFY(!interrupted.has_value());
        scope.cancel();
        QCOMPARE(interrupted->error().kind, Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestPending)
#include "tst_pending.moc"
