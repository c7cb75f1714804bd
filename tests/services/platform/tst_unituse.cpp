// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/unituse.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::platform;
using services::runtime::InstanceState;

namespace {

InstanceSnapshot instance(const QString &unit, InstanceState state, double utilisation, int workers = 2)
{
    InstanceSnapshot made;
    made.status.unit = {unit};
    made.status.state = state;
    made.utilisation = utilisation;
    made.occupancy.workers = workers;
    return made;
}

} // namespace

class TestUnitUse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheMeanOfThoseWhichAreReady()
    {
        FleetSnapshot fleet;
        fleet.instances = {instance(u"cart"_s, InstanceState::Healthy, 0.2),
                           instance(u"catalogue"_s, InstanceState::Healthy, 0.9),
                           instance(u"catalogue"_s, InstanceState::Healthy, 0.6),
                           instance(u"catalogue"_s, InstanceState::Starting, 0),
                           instance(u"catalogue"_s, InstanceState::Healthy, 0, 0), // has told nothing yet
                           instance(u"catalogue"_s, InstanceState::Crashed, 0),
                           instance(u"catalogue"_s, InstanceState::Draining, 0.9),
                           instance(u"catalogue"_s, InstanceState::Stopped, 0)};
        const auto uses = usesOf(fleet);
        QCOMPARE(uses.size(), 2u);
        QCOMPARE(uses[0].unit.value, u"cart"_s);
        QCOMPARE(uses[0].seen.utilisation, 0.2);
        QCOMPARE(uses[1].seen.instances, 5);
        QCOMPARE(uses[1].seen.ready, 2);
        QCOMPARE(uses[1].seen.utilisation, 0.75);
    }

    void ofNoInstanceIsNothing() { QVERIFY(usesOf(FleetSnapshot()).empty()); }
};

QTEST_APPLESS_MAIN(TestUnitUse)
#include "tst_unituse.moc"
