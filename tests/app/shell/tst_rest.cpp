// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/rest.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::shell::Rest;
using services::runtime::InstanceState;

// When shoppers stay away because nobody looks.
class TestRest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_now = 100s;
        m_rest = std::make_unique<Rest>();
        m_began = std::make_unique<QSignalSpy>(m_rest.get(), &Rest::began);
        m_ended = std::make_unique<QSignalSpy>(m_rest.get(), &Rest::ended);
    }

    void beginsSomeTimeAfterTheWindowIsMinimisedAndEndsWithIt()
    {
        pass(60s, false);
        QVERIFY(!m_rest->isResting());
        pass(Rest::beginsAfter - 1s, true);
        QVERIFY(!m_rest->isResting());
        pass(12s, true);
        QVERIFY(m_rest->isResting());
        QCOMPARE(m_began->size(), 1);
        pass(1s, false);
        QVERIFY(!m_rest->isResting());
        QCOMPARE(m_ended->size(), 1);
        const auto lasted = m_ended->front()[0].value<std::chrono::nanoseconds>();
        QVERIFY(lasted >= 11s && lasted <= 12s);
    }

    void doesNotBeginWhileSomethingIsUnderWay_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("a fault in force") << 0;
        QTest::newRow("an autoscaler at work") << 1;
        QTest::newRow("an instance that is down") << 2;
        QTest::newRow("customers who still log in") << 3;
    }
    void doesNotBeginWhileSomethingIsUnderWay()
    {
        QFETCH(int, what);
        disturb(what);
        pass(Rest::beginsAfter * 2, true);
        QVERIFY(!m_rest->isResting());
        m_fleet = wellFleet(); // it is over
        pass(Rest::beginsAfter - 1s, true);
        QVERIFY(!m_rest->isResting());
        pass(2s, true);
        QVERIFY(m_rest->isResting());
        disturb(what);
        pass(1s, true);
        QVERIFY(!m_rest->isResting());
        m_fleet = wellFleet();
    }

    void doesNotBeginWhereItIsNotAllowed()
    {
        m_rest->setAllowed(false);
        pass(Rest::beginsAfter * 2, true);
        QVERIFY(!m_rest->isResting());
        m_rest->setAllowed(true);
        pass(Rest::beginsAfter + 1s, true);
        QVERIFY(m_rest->isResting());
        m_rest->setAllowed(false);
        pass(1s, true);
        QVERIFY(!m_rest->isResting());
    }

private:
    static services::platform::FleetSnapshot wellFleet()
    {
        services::platform::FleetSnapshot fleet;
        fleet.areShoppersReady = true;
        services::platform::InstanceSnapshot instance;
        instance.status.state = InstanceState::Healthy;
        fleet.instances = {instance};
        return fleet;
    }
    void disturb(int what)
    {
        if (what == 0)
            m_fleet.faults.push_back({});
        else if (what == 1)
            m_fleet.autoscaled.push_back({});
        else if (what == 2)
            m_fleet.instances.front().status.state = InstanceState::Crashed;
        else
            m_fleet.areShoppersReady = false;
    }
    void pass(std::chrono::seconds time, bool isMinimised)
    {
        const auto end = m_now + time;
        for (; m_now < end; m_now += 500ms) {
            services::platform::Snapshot snapshot;
            snapshot.at = model::telemetry::Instant(m_now);
            snapshot.fleets = {m_fleet};
            m_rest->take(snapshot, isMinimised);
        }
    }

    std::unique_ptr<Rest> m_rest;
    std::unique_ptr<QSignalSpy> m_began;
    std::unique_ptr<QSignalSpy> m_ended;
    std::chrono::nanoseconds m_now{0};
    services::platform::FleetSnapshot m_fleet = wellFleet();
};

QTEST_GUILESS_MAIN(TestRest)
#include "tst_rest.moc"
