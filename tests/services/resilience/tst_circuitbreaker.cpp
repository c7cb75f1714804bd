// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/resilience/circuitbreaker.h>

#include <QTest>

#include <tests/support/fakeclock.h>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using model::operation::BreakerPolicy;
using tests::support::FakeClock;

namespace {

BreakerPolicy policy()
{
    BreakerPolicy made;
    made.window = 10s;
    made.fewestCalls = 4;
    made.failureShare = 0.5;
    made.slowAfter = 1s;
    made.slowShare = 0.75;
    made.openFor = 2s;
    made.trialCalls = 3;
    return made;
}

// A breaker whose changes are written down as text.
struct World
{
    explicit World(const BreakerPolicy &settings = policy())
        : breaker(settings, [this](const CircuitBreaker::Change &change) { tell(change); })
    {
    }
    void tell(const CircuitBreaker::Change &change)
    {
        switch (change.to) {
        case BreakerState::Closed:
            told.append(u"closed after %1"_s.arg(change.calls));
            break;
        case BreakerState::HalfOpen:
            told.append(u"half-open"_s);
            break;
        case BreakerState::Open:
            told.append(u"open: "_s + words(change, breaker.policy()));
        }
    }
    // One call; false: it was not let through.
    bool call(Verdict verdict, std::chrono::nanoseconds took = 10ms)
    {
        const auto permit = breaker.admit(clock.now());
        if (!permit)
            return false;
        clock.advance(took);
        breaker.record(*permit, verdict, took, clock.now());
        return true;
    }
    void calls(int number, Verdict verdict, std::chrono::nanoseconds took = 10ms)
    {
        for (int i = 0; i < number; ++i)
            QVERIFY(call(verdict, took));
    }
    void open()
    {
        calls(breaker.policy().fewestCalls, Verdict::Failed);
        QCOMPARE(breaker.state(), BreakerState::Open);
        told.clear();
    }

    FakeClock clock;
    QStringList told;
    CircuitBreaker breaker;
};

} // namespace

class TestCircuitBreaker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensAtItsShareOfFailures()
    {
        World world;
        world.calls(2, Verdict::Well);
        world.calls(1, Verdict::Failed);
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
        world.calls(1, Verdict::Failed);
        QCOMPARE(world.told, QStringList{u"open: 2 of 4 failed"_s});
        QCOMPARE(world.breaker.reason(), u"2 of 4 failed"_s);
        QVERIFY(!world.call(Verdict::Well));
    }

    void staysClosedBelowItsShare()
    {
        World world;
        for (int i = 0; i < 100; ++i) {
            world.calls(2, Verdict::Well);
            world.calls(1, Verdict::Failed);
        }
        QCOMPARE(world.told, QStringList());
    }

    void doesNotJudgeBeforeTheFewestCalls()
    {
        World world;
        world.calls(3, Verdict::Failed);
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
        world.calls(1, Verdict::Well);
        QCOMPARE(world.told, QStringList{u"open: 3 of 4 failed"_s});
    }

    void forgetsWhatIsOlderThanItsWindow()
    {
        World world;
        world.calls(3, Verdict::Failed);
        world.clock.advance(10s);
        world.calls(3, Verdict::Well);
        world.calls(1, Verdict::Failed);
        QCOMPARE(world.told, QStringList());
    }

    void opensAtItsShareOfSlowCalls()
    {
        World world;
        world.calls(1, Verdict::Well);
        world.calls(2, Verdict::Well, 1s);
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
        world.calls(1, Verdict::Well, 1500ms);
        QCOMPARE(world.told, QStringList{u"open: 3 of 4 took longer than 1000 ms"_s});
    }

    void doesNotJudgeSlownessBeforeTheFewestCallsEither()
    {
        World world;
        world.calls(3, Verdict::Well, 2s);
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
        world.calls(1, Verdict::Well);
        QCOMPARE(world.told, QStringList{u"open: 3 of 4 took longer than 1000 ms"_s});
    }

    void saysThatCallsFailedWhenTheyWereSlowToo()
    {
        World world;
        world.calls(4, Verdict::Failed, 2s);
        QCOMPARE(world.told, QStringList{u"open: 4 of 4 failed"_s});
    }

    void withAShareOfNothingTheFirstFailureIsEnough()
    {
        auto strict = policy();
        strict.failureShare = 0;
        World world(strict);
        world.calls(50, Verdict::Well);
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
        world.calls(1, Verdict::Failed);
        QCOMPARE(world.told, QStringList{u"open: 1 of 51 failed"_s});
    }

    void aCallJustBelowTheLimitIsNotSlow()
    {
        World world;
        world.calls(8, Verdict::Well, 999ms);
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
    }

    void whatSaysNothingAboutTheCalleeDoesNotCount()
    {
        World world;
        world.calls(20, Verdict::Unknown);
        world.calls(3, Verdict::Failed);
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
    }

    void letsNobodyThroughWhileItIsOpen()
    {
        World world;
        world.open();
        world.clock.advance(2s - 1ns);
        QVERIFY(!world.breaker.admit(world.clock.now()));
        QCOMPARE(world.breaker.state(), BreakerState::Open);
    }

    void letsTrialCallsThroughAndClosesWhenAllAreWell()
    {
        World world;
        world.open();
        world.clock.advance(2s);
        QCOMPARE(world.breaker.state(), BreakerState::Open); // nobody has come yet
        world.calls(1, Verdict::Well);
        QCOMPARE(world.told, QStringList{u"half-open"_s});
        world.calls(1, Verdict::Well);
        QCOMPARE(world.breaker.state(), BreakerState::HalfOpen);
        world.calls(1, Verdict::Well);
        QCOMPARE(world.told, (QStringList{u"half-open"_s, u"closed after 3"_s}));
        QCOMPARE(world.breaker.reason(), QString());
        world.calls(3, Verdict::Failed); // the failures of before are forgotten
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
    }

    void noMoreThanTheTrialCallsPass()
    {
        World world;
        world.open();
        world.clock.advance(2s);
        for (int i = 0; i < 3; ++i)
            QVERIFY(world.breaker.admit(world.clock.now()));
        QVERIFY(!world.breaker.admit(world.clock.now()));
    }

    void oneFailedTrialOpensItAgain()
    {
        World world;
        world.open();
        world.clock.advance(2s);
        world.calls(2, Verdict::Well);
        world.calls(1, Verdict::Failed);
        QCOMPARE(world.told, (QStringList{u"half-open"_s, u"open: 1 of 3 failed"_s}));
        QVERIFY(!world.call(Verdict::Well));
        world.clock.advance(2s);
        QVERIFY(world.call(Verdict::Well));
    }

    void oneSlowTrialOpensItAgain()
    {
        World world;
        world.open();
        world.clock.advance(2s);
        world.calls(1, Verdict::Well, 1s);
        QCOMPARE(world.told, (QStringList{u"half-open"_s, u"open: 1 of 1 took longer than 1000 ms"_s}));
    }

    void aTrialThatWasNotMadeIsGivenBack_data()
    {
        QTest::addColumn<bool>("forgotten");
        QTest::newRow("it was forgotten") << true;
        QTest::newRow("we stopped it ourselves") << false;
    }
    void aTrialThatWasNotMadeIsGivenBack()
    {
        QFETCH(bool, forgotten);
        World world;
        world.open();
        world.clock.advance(2s);
        auto trial = world.breaker.admit(world.clock.now());
        world.breaker.admit(world.clock.now());
        world.breaker.admit(world.clock.now());
        QVERIFY(!world.breaker.admit(world.clock.now()));
        if (forgotten)
            world.breaker.forget(*trial);
        else
            world.breaker.record(*trial, Verdict::Unknown, 1s, world.clock.now());
        QVERIFY(world.breaker.admit(world.clock.now()));
    }

    void trialsWhichHangOpenItAgain()
    {
        World world;
        world.open();
        world.clock.advance(2s);
        const auto trial = world.breaker.admit(world.clock.now());
        world.breaker.record(*trial, Verdict::Well, 1ms, world.clock.now());
        world.breaker.admit(world.clock.now());
        const auto hung = world.breaker.admit(world.clock.now());
        world.clock.advance(2s);
        QVERIFY(!world.breaker.admit(world.clock.now()));
        QCOMPARE(world.told, (QStringList{u"half-open"_s, u"open: 2 of 3 failed"_s}));
        world.breaker.record(*hung, Verdict::Well, 5s, world.clock.now()); // too late to count
        QCOMPARE(world.breaker.state(), BreakerState::Open);
        world.clock.advance(2s);
        QVERIFY(world.breaker.admit(world.clock.now()));
    }

    void aCallCountsOnlyForTheStateInWhichItBegan()
    {
        World world;
        const auto early = world.breaker.admit(world.clock.now());
        const auto other = world.breaker.admit(world.clock.now());
        world.open();
        world.breaker.record(*early, Verdict::Well, 1s, world.clock.now());
        world.clock.advance(2s);
        world.calls(1, Verdict::Well);
        world.breaker.record(*other, Verdict::Failed, 3s, world.clock.now()); // no trial call
        QCOMPARE(world.breaker.state(), BreakerState::HalfOpen);
    }

    void closesByAnotherPolicyInEachState_data()
    {
        QTest::addColumn<bool>("halfOpen");
        QTest::newRow("while it is open") << false;
        QTest::newRow("while it is half-open") << true;
    }
    void closesByAnotherPolicyInEachState()
    {
        QFETCH(bool, halfOpen);
        World world;
        world.open();
        std::optional<CircuitBreaker::Permit> trial;
        if (halfOpen) {
            world.clock.advance(2s);
            trial = world.breaker.admit(world.clock.now());
            QCOMPARE(world.breaker.state(), BreakerState::HalfOpen);
        }
        auto patient = policy();
        patient.openFor = 5s;
        world.breaker.change(patient, world.clock.now());
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
        QCOMPARE(world.breaker.reason(), QString());
        if (trial) // of a state that is gone
            world.breaker.record(*trial, Verdict::Failed, 1ms, world.clock.now());
        world.calls(3, Verdict::Failed);
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
        world.calls(1, Verdict::Failed);
        world.clock.advance(5s - 1ns);
        QVERIFY(!world.breaker.admit(world.clock.now()));
        world.clock.advance(1ns);
        QVERIFY(world.breaker.admit(world.clock.now()));
    }

    void eachOpeningLastsAsLong()
    {
        World world;
        world.open();
        for (int times = 0; times < 3; ++times) {
            world.clock.advance(2s - 1ns);
            QVERIFY(!world.breaker.admit(world.clock.now()));
            world.clock.advance(1ns);
            QVERIFY(world.call(Verdict::Failed)); // the trial
            QCOMPARE(world.breaker.state(), BreakerState::Open);
        }
    }

    void anotherPolicyBeginsAnew()
    {
        World world;
        const auto before = world.breaker.admit(world.clock.now());
        world.open();
        auto stricter = policy();
        stricter.fewestCalls = 2;
        world.breaker.change(stricter, world.clock.now());
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
        world.breaker.record(*before, Verdict::Failed, 1s, world.clock.now());
        world.calls(1, Verdict::Failed);
        QCOMPARE(world.breaker.state(), BreakerState::Closed);
        world.calls(1, Verdict::Failed);
        QCOMPARE(world.told, QStringList{u"open: 2 of 2 failed"_s});
    }
};

QTEST_GUILESS_MAIN(TestCircuitBreaker)
#include "tst_circuitbreaker.moc"
