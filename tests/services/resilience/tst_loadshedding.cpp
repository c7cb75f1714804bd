// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/resilience/loadshedding.h>

#include <QTest>

#include <tests/support/fakeclock.h>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using model::operation::SheddingPolicy;

namespace {

struct World
{
    bool admits(int inFlight) { return shedding.admits(inFlight, 100, clock.now()); }

    tests::support::FakeClock clock;
    QStringList told;
    LoadShedding shedding{
        [this](bool began, int refused) { told.append(began ? u"began"_s : u"ended: %1"_s.arg(refused)); }};
};

} // namespace

class TestLoadShedding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void admitsEverybodyWithoutAPolicy()
    {
        World world;
        QVERIFY(world.admits(1'000));
        QCOMPARE(world.told, QStringList());
    }

    void refusesFromItsShareOfTheLimitOn()
    {
        World world;
        world.shedding.change(SheddingPolicy{0.8});
        QVERIFY(world.admits(79));
        QVERIFY(!world.admits(80));
        QVERIFY(!world.admits(100));
        QVERIFY(world.admits(79)); // at once
    }

    void tellsOnceWhenItBeginsAndOnceWhenItHasEnded()
    {
        World world;
        world.shedding.change(SheddingPolicy{0.8});
        for (int i = 0; i < 50; ++i) {
            world.clock.advance(20ms);
            world.admits(90);
            world.admits(10);
        }
        QCOMPARE(world.told, QStringList{u"began"_s});
        world.clock.advance(999ms);
        world.shedding.look(world.clock.now());
        QCOMPARE(world.told, QStringList{u"began"_s});
        world.clock.advance(1ms);
        world.shedding.look(world.clock.now());
        QCOMPARE(world.told, (QStringList{u"began"_s, u"ended: 50"_s}));
        world.admits(90);
        QCOMPARE(world.told.last(), u"began"_s);
    }

    void endsWhenItIsSwitchedOff()
    {
        World world;
        world.shedding.change(SheddingPolicy{0.8});
        QVERIFY(!world.admits(90));
        world.shedding.change({});
        QVERIFY(world.admits(90));
        world.clock.advance(1s);
        QVERIFY(world.admits(90));
        QCOMPARE(world.told, (QStringList{u"began"_s, u"ended: 1"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLoadShedding)
#include "tst_loadshedding.moc"
