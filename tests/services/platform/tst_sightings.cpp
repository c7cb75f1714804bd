// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/sightings.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::platform;
using model::system::CapabilityId;
using services::runtime::InstanceState;

namespace {

CallSnapshot call(const QString &from, const QString &to, const QString &operation, quint64 calls)
{
    CallSnapshot made;
    made.link = {{from}, {{to}, operation}};
    made.calls = calls;
    return made;
}

InstanceSnapshot instance(std::vector<CapabilityId> capabilities, InstanceState state)
{
    InstanceSnapshot made;
    made.status.capabilities = std::move(capabilities);
    made.status.state = state;
    return made;
}

const CapabilityId payments{u"payments"_s};
const CapabilityId cart{u"cart"_s};

} // namespace

class TestSightings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWhatHasLeftItsCallers()
    {
        FleetSnapshot fleet;
        auto charges = call(u"orders"_s, u"payments"_s, u"POST /charges"_s, 100);
        charges.retries = 300;
        charges.stoppedByBreaker = 40;
        charges.stoppedByBulkhead = 2;
        fleet.calls = {charges, call(u"orders"_s, u"payments"_s, u"POST /refunds"_s, 5),
                       call(u"storefront"_s, u"cart"_s, u"GET /cart"_s, 7)};
        const auto sighting = sightingOf(fleet, Instant(std::chrono::seconds(3)));
        QCOMPARE(sighting.at, Instant(std::chrono::seconds(3)));
        QCOMPARE(sighting.capabilities.value(payments).calls, quint64(363));
        QCOMPARE(sighting.capabilities.value(cart).calls, quint64(7));
        QCOMPARE(sighting.capabilities.value(cart).instances, 0);
    }

    void countsInstancesForEachCapabilityTheyHold()
    {
        FleetSnapshot fleet;
        fleet.instances = {instance({cart, payments}, InstanceState::Healthy),
                           instance({cart, payments}, InstanceState::Draining),
                           instance({cart}, InstanceState::Starting),
                           instance({cart}, InstanceState::Unresponsive),
                           instance({cart}, InstanceState::Crashed),
                           instance({cart}, InstanceState::Failed),
                           instance({cart}, InstanceState::Stopped)};
        fleet.cost.instances = 4;
        fleet.cost.memoryMegabytes = 500;
        fleet.cost.cpu = std::chrono::milliseconds(70);
        const auto sighting = sightingOf(fleet, {});
        QCOMPARE(sighting.instances, 4);
        QCOMPARE(sighting.memoryMegabytes, 500);
        QVERIFY(sighting.cpu == std::chrono::milliseconds(70));
        QCOMPARE(sighting.capabilities.value(payments).instances, 2);
        QCOMPARE(sighting.capabilities.value(cart).instances, 4);
    }
};

QTEST_APPLESS_MAIN(TestSightings)
#include "tst_sightings.moc"
