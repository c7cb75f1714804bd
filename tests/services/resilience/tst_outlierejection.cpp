// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/resilience/outlierejection.h>

#include <QTest>

#include <tests/support/fakeclock.h>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using model::operation::EjectionPolicy;
using InstanceId = OutlierEjection::InstanceId;

namespace {

const InstanceId one{u"one"_s};
const InstanceId two{u"two"_s};

EjectionPolicy policy()
{
    EjectionPolicy made;
    made.consecutiveFailures = 3;
    made.ejectFor = 5s;
    made.mostEjected = 0.5;
    return made;
}

struct World
{
    World() { ejection.change(policy()); }
    // Of a unit with so many instances; how long it is left out, zero: it is not.
    std::chrono::nanoseconds fail(const InstanceId &instance, int times, std::size_t instances = 2)
    {
        std::chrono::nanoseconds out{0};
        for (int i = 0; i < times; ++i) {
            if (const auto ejected = ejection.record(instance, Verdict::Failed, instances, clock.now()))
                out = ejected->duration;
        }
        return out;
    }
    bool isOut(const InstanceId &instance) const { return ejection.isOut(instance, clock.now()); }
    // Lets the time of an ejection pass.
    void waitForReturn(std::chrono::nanoseconds duration)
    {
        clock.advance(duration - 1ns);
        QVERIFY(ejection.takeReturned(clock.now()).empty());
        clock.advance(1ns);
        QCOMPARE(ejection.takeReturned(clock.now()).size(), 1U);
    }

    tests::support::FakeClock clock;
    OutlierEjection ejection;
};

} // namespace

class TestOutlierEjection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesOutWhoFailsSeveralTimesInARow()
    {
        World world;
        QCOMPARE(world.fail(one, 2), 0ns);
        QVERIFY(!world.isOut(one));
        QCOMPARE(world.fail(one, 1), 5s);
        QVERIFY(world.isOut(one));
        QVERIFY(!world.isOut(two));
    }

    void oneGoodAnswerStartsTheCountAnew()
    {
        World world;
        for (int i = 0; i < 10; ++i) {
            world.fail(one, 2);
            world.ejection.record(one, Verdict::Well, 2, world.clock.now());
        }
        QVERIFY(!world.isOut(one));
    }

    void whatSaysNothingDoesNotCount()
    {
        World world;
        world.fail(one, 2);
        world.ejection.record(one, Verdict::Unknown, 2, world.clock.now());
        QVERIFY(!world.isOut(one));
        world.fail(one, 1);
        QVERIFY(world.isOut(one));
    }

    void comesBackAndStartsAnew()
    {
        World world;
        world.fail(one, 3);
        world.fail(one, 5); // calls that were under way
        world.waitForReturn(5s);
        QVERIFY(!world.isOut(one));
        world.fail(one, 2);
        QVERIFY(!world.isOut(one));
    }

    void staysOutLongerEachTime()
    {
        World world;
        for (int times = 1; times <= 4; ++times) {
            QCOMPARE(world.fail(one, 3), times * 5s);
            world.waitForReturn(times * 5s);
        }
    }

    void neverLongerThanEnvoyWould()
    {
        World world;
        auto slow = policy();
        slow.ejectFor = 200s;
        world.ejection.change(slow);
        QCOMPARE(world.fail(one, 3), 200s);
        world.waitForReturn(200s);
        QCOMPARE(world.fail(one, 3), 300s);
    }

    void goodTimesAreCreditedToIt()
    {
        World world;
        world.fail(one, 3);
        world.waitForReturn(5s);
        world.fail(one, 3);
        world.waitForReturn(10s);
        world.clock.advance(5s);
        QCOMPARE(world.fail(one, 3), 10s); // instead of 15
        world.waitForReturn(10s);
        world.clock.advance(1h);
        QCOMPARE(world.fail(one, 3), 5s);
    }

    void leavesOutItsShareAtMost_data()
    {
        QTest::addColumn<int>("instances");
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("out");
        QTest::newRow("the only one is never left out") << 1 << 1.0 << 0;
        QTest::newRow("one of two") << 2 << 0.5 << 1;
        QTest::newRow("one of three, rounded down") << 3 << 0.5 << 1;
        QTest::newRow("two of four") << 4 << 0.5 << 2;
        QTest::newRow("one at least, whatever the share") << 4 << 0.1 << 1;
        QTest::newRow("somebody is left, whatever the share") << 4 << 1.0 << 3;
    }
    void leavesOutItsShareAtMost()
    {
        QFETCH(int, instances);
        QFETCH(double, share);
        QFETCH(int, out);
        World world;
        auto settings = policy();
        settings.mostEjected = share;
        world.ejection.change(settings);
        int ejected = 0;
        for (int i = 0; i < instances; ++i) {
            const InstanceId instance{QString::number(i)};
            world.fail(instance, 10, static_cast<std::size_t>(instances));
            ejected += world.isOut(instance) ? 1 : 0;
        }
        QCOMPARE(ejected, out);
    }

    void placeIsFreeAgainWhenSomebodyReturns()
    {
        World world;
        world.fail(one, 3);
        QCOMPARE(world.fail(two, 3), 0ns);
        world.waitForReturn(5s);
        QCOMPARE(world.fail(two, 1), 5s); // it has never stopped failing
    }

    void forgetsAnIncarnationThatIsGone()
    {
        World world;
        world.fail(one, 3);
        world.ejection.forget(one);
        QVERIFY(!world.isOut(one));
        QVERIFY(world.ejection.takeReturned(world.clock.now() + 1h).empty());
    }

    void nobodyIsLeftOutWithoutAPolicy()
    {
        World world;
        world.fail(one, 3);
        world.ejection.change({});
        QVERIFY(!world.isOut(one));
        QCOMPARE(world.fail(one, 30), 0ns);
    }
};

QTEST_GUILESS_MAIN(TestOutlierEjection)
#include "tst_outlierejection.moc"
