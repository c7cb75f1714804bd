// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/livepicture.h>

#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::graph;
using namespace std::chrono_literals;
using model::layout::NodeKind;
using model::result::Kind;
using model::telemetry::Instant;
using model::telemetry::Span;
using model::telemetry::SpanKind;
using services::platform::FleetSnapshot;

// Each node that is not well says why, on the spot.
class TestCauses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoWaitsForSomebodyThatHangsIsNotWell()
    {
        auto fleet = fleetOf(u"orders"_s, 0, 0);
        auto &orders = fleet.instances.front();
        orders.occupancy.inFlight = 64;
        orders.occupancy.queued = 4;
        const auto live = ordersIn(fleet);
        QCOMPARE(live.reason, u"64 wait"_s);
        QCOMPARE(live.health, Health::Degraded);
        QCOMPARE(live.details,
                 QStringList{u"64 requests wait inside it, for more than a second in the mean: "
                             "4 for a free worker, 60 for an answer of somebody else"_s});
    }

    void whoIsBusyIsWell_data()
    {
        QTest::addColumn<int>("inFlight");
        QTest::addColumn<int>("working");
        QTest::addColumn<double>("answered");
        QTest::newRow("nobody is there") << 0 << 0 << 0.0;
        QTest::newRow("few have come at once") << 5 << 0 << 0.0;
        QTest::newRow("many come and go") << 64 << 8 << 400.0;
        QTest::newRow("all of them are being served") << 64 << 60 << 10.0;
    }
    void whoIsBusyIsWell()
    {
        QFETCH(int, inFlight);
        QFETCH(int, working);
        QFETCH(double, answered);
        auto fleet = fleetOf(u"orders"_s, answered, 0);
        fleet.instances.front().occupancy.inFlight = inFlight;
        fleet.instances.front().occupancy.working = working;
        const auto live = ordersIn(fleet);
        QCOMPARE(live.health, Health::Good);
        QVERIFY(live.reason.isEmpty() && live.details.isEmpty());
    }

    void aFaultSaysMoreThanWhoWaits()
    {
        auto fleet = fleetOf(u"orders"_s, 0, 0);
        fleet.instances.front().occupancy.inFlight = 64;
        fleet.faults = {{model::operation::FaultKind::Hang, {{u"orders"_s}, 0, {}}, {}, {}, {}}};
        const auto live = ordersIn(fleet);
        QCOMPARE(live.badges, 1);
        QVERIFY(!live.reason.contains(u"wait"_s));
        QCOMPARE(live.details.size(), 2);
    }

    void whoFailsSaysWhichCallItIs()
    {
        LivePicture picture(m_shop.system, m_shop.microservices);
        auto fleet = fleetOf(u"orders"_s, 10, 4);
        QCOMPARE(picture.vitality(fleet, {}).nodes[m_orders].reason, u"40 % fail"_s); // nobody said why
        for (std::uint8_t request = 1; request <= 3; ++request)
            fail(fleet, request, Kind::TimedOut, u"No answer within 800 ms"_s);
        fail(fleet, 4, Kind::Refused, {});
        picture.take(fleet, Instant(5s));
        const auto live = picture.vitality(fleet, Instant(6s)).nodes[m_orders];
        QCOMPARE(live.reason, u"Payments timed out"_s);
        QCOMPARE(live.brief.value(0), u"✕ Payments"_s); // where there is no room
        QCOMPARE(live.health, Health::Degraded);
        QCOMPARE(live.details,
                 QStringList{u"40 % fail, mostly: Payments timed out (No answer within 800 ms)"_s});
        // It is forgotten, and is no reason of what was before.
        QCOMPARE(picture.vitality(fleet, Instant(8s)).nodes[m_orders].reason, u"40 % fail"_s);
        QCOMPARE(picture.vitality(fleet, Instant(4s)).nodes[m_orders].reason, u"40 % fail"_s);
        // Who does not fail has none.
        const auto well = fleetOf(u"orders"_s, 10, 0);
        QVERIFY(picture.vitality(well, Instant(6s)).nodes[m_orders].reason.isEmpty());
    }

    void aCallThatDidNoHarmIsNoReason()
    {
        LivePicture picture(m_shop.system, m_shop.microservices);
        auto fleet = fleetOf(u"orders"_s, 10, 4);
        for (std::uint8_t request = 1; request <= 3; ++request)
            fleet.spans.push_back(call(request, Kind::TimedOut, {})); // what is around them went well
        fleet.spans.push_back(served(u"orders"_s, 9, 0, Kind::Overloaded));
        picture.take(fleet, Instant(5s));
        QCOMPARE(picture.vitality(fleet, Instant(5s)).nodes[m_orders].reason, u"overloaded"_s);
    }

    // Within the monolith the failure of one module is that of all who need it: the innermost counts.
    void amongModulesTheInnermostIsNamed()
    {
        const NodeId all{NodeKind::Unit, m_shop.monolith.units.front().id.value};
        LivePicture picture(m_shop.system, m_shop.monolith);
        auto fleet = fleetOf(all.name, 10, 4);
        fail(fleet, 1, Kind::Internal, u"No such table"_s);
        fleet.spans.push_back(served(u"payments"_s, 200, 101, Kind::Internal)); // below the call
        picture.take(fleet, Instant(5s));
        const auto live = picture.vitality(fleet, Instant(5s)).nodes[all];
        QCOMPARE(live.reason, u"Payments fails"_s);
        QCOMPARE(live.details.size(), 1);
    }

private:
    NodeVitality ordersIn(const FleetSnapshot &fleet) const
    {
        return LivePicture(m_shop.system, m_shop.microservices).vitality(fleet, {}).nodes.value(m_orders);
    }
    static FleetSnapshot fleetOf(const QString &unit, double answered, double failed)
    {
        services::platform::InstanceSnapshot instance;
        instance.status.unit = {unit};
        instance.status.state = services::runtime::InstanceState::Healthy;
        instance.requests.perSecond = answered;
        instance.requests.failedPerSecond = failed;
        FleetSnapshot fleet;
        fleet.instances = {instance};
        return fleet;
    }
    static Span served(const QString &capability, std::uint8_t id, std::uint8_t parent, Kind kind)
    {
        Span span;
        span.id = {id};
        span.parent = {parent};
        span.endpoint = {{capability}, u"POST /"_s};
        span.failure = kind;
        return span;
    }
    // Of Orders to Payments, within the request with that number.
    static Span call(std::uint8_t request, Kind kind, const QString &message)
    {
        auto span = served(u"payments"_s, static_cast<std::uint8_t>(100 + request), request, kind);
        span.kind = SpanKind::Client;
        span.caller = {u"orders"_s};
        span.failureMessage = message;
        return span;
    }
    // A request of Orders that fails because of its call.
    static void fail(FleetSnapshot &fleet, std::uint8_t request, Kind kind, const QString &message)
    {
        fleet.spans.push_back(call(request, kind, message));
        fleet.spans.push_back(served(u"orders"_s, request, 0, Kind::Unavailable));
    }

    const tests::support::Shop m_shop;
    const NodeId m_orders{NodeKind::Unit, u"orders"_s};
};

QTEST_GUILESS_MAIN(TestCauses)
#include "tst_causes.moc"
