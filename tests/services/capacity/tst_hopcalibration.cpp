// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/capacity/hopcalibration.h>
#include <services/capacity/processoruse.h>
#include <services/waiting/looptimers.h>

#include <QTest>

#include <tests/support/waitfor.h>

using namespace std::chrono_literals;
using namespace services::capacity;
using services::waiting::LoopTimers;
using services::waiting::WaitScope;

class TestHopCalibration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallThatCrossesUnitsCostsMore()
    {
        WaitScope scope;
        LoopTimers timers;
        const auto costs = tests::support::waitFor(measureHops(scope, timers));
        QVERIFY(costs.has_value());
        QVERIFY(costs->networkHop > 0s);
        QVERIFY(costs->networkHop > costs->localHop);
        QVERIFY(costs->journeys.isEmpty());
    }

    void endsWhenNobodyWantsToKnowAnyMore()
    {
        WaitScope scope;
        LoopTimers timers;
        timers.after(0ms, [&] { scope.cancel(); });
        const auto costs = tests::support::waitFor(measureHops(scope, timers));
        QVERIFY(!costs.has_value());
        QCOMPARE(costs.error().kind, model::result::Kind::Cancelled);
    }

    // As the platform does when it goes: no event loop turns any more.
    void endsAtOnceWithItsScope()
    {
        WaitScope scope;
        LoopTimers timers;
        std::optional<model::result::Kind> end;
        scope.spawn(measure(&scope, &timers, &end));
        QVERIFY(!end.has_value());
        scope.cancel();
        QVERIFY(scope.isIdle());
        QCOMPARE(end, std::optional(model::result::Kind::Cancelled));
    }

    void readsWhatTheProgramHasHadOfTheProcessors()
    {
        const auto before = ProcessorUse::now();
        QVERIFY(before.used > 0ns);
        double sum = 0;
        while (ProcessorUse::now().since(before).used < 1ms)
            sum += 1;
        QVERIFY(sum > 0);
        QVERIFY(ProcessorUse::now().since(before).waited >= 0ns);
    }

private:
    static QCoro::Task<>
    measure(WaitScope *scope, LoopTimers *timers, std::optional<model::result::Kind> *end)
    {
        const auto costs = co_await measureHops(*scope, *timers);
        if (!costs)
            *end = costs.error().kind;
    }
};

QTEST_GUILESS_MAIN(TestHopCalibration)
#include "tst_hopcalibration.moc"
