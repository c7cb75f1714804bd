// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/resilience/bulkhead.h>

#include <QTest>

#include <tests/support/faketimers.h>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using model::operation::BulkheadPolicy;
using services::waiting::Instant;
using Entry = Bulkhead::Entry;

namespace {

BulkheadPolicy room(int concurrent, int waiting = 0)
{
    return {concurrent, waiting};
}

struct World
{
    explicit World(std::optional<BulkheadPolicy> policy = {}) { bulkhead.change(policy); }
    ~World() { scope.cancel(); }
    void wait(const QString &name, Instant deadline = Instant::max())
    {
        QCOMPARE(bulkhead.tryEnter(), Entry::MustWait);
        scope.spawn(keep(name, deadline));
    }
    QCoro::Task<> keep(QString name, Instant deadline)
    {
        const auto entered = co_await bulkhead.waitForRoom(deadline);
        told.append(name + (entered ? u" entered"_s : u" "_s + word(entered.error().kind)));
    }

    tests::support::FakeClock clock;
    tests::support::FakeTimers timers{clock};
    services::waiting::WaitScope scope;
    Bulkhead bulkhead{scope, timers};
    QStringList told;
};

} // namespace

class TestBulkhead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyEntersWithoutAPolicy()
    {
        World world;
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(world.bulkhead.tryEnter(), Entry::Entered);
        QCOMPARE(world.bulkhead.inside(), 1000);
    }

    void isFullWhenItsRoomIsTaken()
    {
        World world(room(2));
        QCOMPARE(world.bulkhead.tryEnter(), Entry::Entered);
        QCOMPARE(world.bulkhead.tryEnter(), Entry::Entered);
        QCOMPARE(world.bulkhead.tryEnter(), Entry::Full);
        world.bulkhead.leave();
        QCOMPARE(world.bulkhead.tryEnter(), Entry::Entered);
        QCOMPARE(world.bulkhead.inside(), 2);
    }

    void letsWaitersInInTheirOrder()
    {
        World world(room(1, 2));
        world.bulkhead.tryEnter();
        world.wait(u"a"_s);
        world.wait(u"b"_s);
        QCOMPARE(world.bulkhead.tryEnter(), Entry::Full);
        world.bulkhead.leave();
        QCOMPARE(world.told, QStringList{u"a entered"_s});
        QCOMPARE(world.bulkhead.inside(), 1);
        QCOMPARE(world.bulkhead.waiting(), 1);
        world.bulkhead.leave();
        QCOMPARE(world.told, (QStringList{u"a entered"_s, u"b entered"_s}));
        world.bulkhead.leave();
        QCOMPARE(world.bulkhead.inside(), 0);
    }

    void aWaiterLeavesAtItsDeadline()
    {
        World world(room(1, 2));
        world.bulkhead.tryEnter();
        world.wait(u"a"_s, world.clock.now() + 100ms);
        world.wait(u"b"_s);
        world.timers.advance(100ms);
        QCOMPARE(world.told, QStringList{u"a timed-out"_s});
        world.bulkhead.leave();
        QCOMPARE(world.told.last(), u"b entered"_s);
        QCOMPARE(world.bulkhead.inside(), 1);
    }

    void whoeverGivesUpMakesRoomInTheQueue()
    {
        World world(room(1, 1));
        world.bulkhead.tryEnter();
        world.wait(u"a"_s, world.clock.now() + 100ms);
        QCOMPARE(world.bulkhead.tryEnter(), Entry::Full);
        world.timers.advance(100ms - 1ns);
        QCOMPARE(world.told, QStringList());
        world.timers.advance(1ns);
        QCOMPARE(world.told, QStringList{u"a timed-out"_s});
        world.wait(u"b"_s);
        world.bulkhead.leave();
        QCOMPARE(world.told.last(), u"b entered"_s);
        QCOMPARE(world.bulkhead.inside(), 1); // who gave up holds nothing
    }

    void lessRoomLetsNobodyInUntilEnoughHaveLeft()
    {
        World world(room(3, 2));
        for (int i = 0; i < 3; ++i)
            world.bulkhead.tryEnter();
        world.wait(u"a"_s);
        world.bulkhead.change(room(1, 2));
        world.bulkhead.leave();
        world.bulkhead.leave();
        QCOMPARE(world.told, QStringList());
        world.bulkhead.leave();
        QCOMPARE(world.told, QStringList{u"a entered"_s});
        QCOMPARE(world.bulkhead.inside(), 1);
    }

    void waitersAreCancelledWithTheirInstance()
    {
        World world(room(1, 1));
        world.bulkhead.tryEnter();
        world.wait(u"a"_s);
        world.scope.cancel();
        QCOMPARE(world.told, QStringList{u"a cancelled"_s});
        QCOMPARE(world.bulkhead.waiting(), 0);
    }

    void countsWhoIsInsideBeforeItIsSwitchedOn()
    {
        World world;
        for (int i = 0; i < 5; ++i)
            world.bulkhead.tryEnter();
        world.bulkhead.change(room(3));
        QCOMPARE(world.bulkhead.tryEnter(), Entry::Full);
        for (int i = 0; i < 2; ++i)
            world.bulkhead.leave();
        QCOMPARE(world.bulkhead.tryEnter(), Entry::Full);
        world.bulkhead.leave();
        QCOMPARE(world.bulkhead.tryEnter(), Entry::Entered);
    }

    void moreRoomLetsWaitersIn_data()
    {
        QTest::addColumn<bool>("off");
        QTest::newRow("more room") << false;
        QTest::newRow("switched off") << true;
    }
    void moreRoomLetsWaitersIn()
    {
        QFETCH(bool, off);
        World world(room(1, 5));
        world.bulkhead.tryEnter();
        world.wait(u"a"_s);
        world.wait(u"b"_s);
        world.bulkhead.change(off ? std::nullopt : std::optional(room(2, 5)));
        QCOMPARE(world.told.size(), off ? 2 : 1);
        QCOMPARE(world.bulkhead.inside(), off ? 3 : 2);
    }
};

QTEST_GUILESS_MAIN(TestBulkhead)
#include "tst_bulkhead.moc"
