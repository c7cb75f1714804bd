// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/livepicture.h>

#include <QLocale>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::graph;
using model::layout::NodeKind;

class TestLivePicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsHowManyMessagesOfATopicWait()
    {
        const tests::support::Shop shop;
        services::platform::FleetSnapshot fleet;
        // Notifications consume both topics; their queue is one.
        services::broker::QueueStatus notifications;
        notifications.group = {u"notifications"_s};
        notifications.depth = 9;
        notifications.topics = {{{u"order.placed"_s}, 7}, {{u"shipment.created"_s}, 2}};
        services::broker::QueueStatus shipping;
        shipping.group = {u"shipping"_s};
        shipping.depth = 1;
        shipping.topics = {{{u"order.placed"_s}, 1}};
        fleet.queues = {notifications, shipping};
        const LivePicture picture(shop.system, shop.microservices);
        const auto vitality = picture.vitality(fleet, {});
        const auto figures = [&](const QString &topic) {
            return vitality.nodes.value({NodeKind::Topic, topic}).figures;
        };
        QCOMPARE(figures(u"order.placed"_s), u"8 waiting"_s);
        QCOMPARE(figures(u"shipment.created"_s), u"2 waiting"_s);
        QCOMPARE(figures(u"product.changed"_s), u"0 waiting"_s);
    }

    void eachUnitTellsOfItsOwnInstancesAndCalls()
    {
        const tests::support::Shop shop;
        const auto instance = [](const QString &unit, services::runtime::InstanceState state, double rate) {
            services::platform::InstanceSnapshot snapshot;
            snapshot.status.unit = {unit};
            snapshot.status.state = state;
            snapshot.requests.perSecond = rate;
            return snapshot;
        };
        using services::runtime::InstanceState;
        services::platform::FleetSnapshot fleet;
        fleet.instances = {
            instance(u"cart"_s, InstanceState::Healthy, 20), instance(u"orders"_s, InstanceState::Healthy, 7),
            instance(u"cart"_s, InstanceState::Crashed, 0), instance(u"cart"_s, InstanceState::Healthy, 30)};
        services::platform::LinkSnapshot link;
        link.link = {{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}};
        link.crossesUnits = true;
        link.calls.perSecond = 12;
        fleet.links = {link};
        const NodeId cart{NodeKind::Unit, u"cart"_s};
        const NodeId orders{NodeKind::Unit, u"orders"_s};
        const NodeId payments{NodeKind::Unit, u"payments"_s};
        const auto live = LivePicture(shop.system, shop.microservices).vitality(fleet, {});
        QCOMPARE(live.nodes[cart].pips, (std::vector{Health::Good, Health::Bad, Health::Good}));
        QVERIFY(live.nodes[cart].figures.startsWith(u"50 /s"_s));
        QCOMPARE(live.nodes[cart].reason, u"1 of 3 crashed"_s);
        QCOMPARE(live.nodes[cart].brief, (QStringList{u"1/3 crashed"_s, u"crashed"_s}));
        QVERIFY(live.nodes[orders].figures.startsWith(u"7.0 /s"_s));
        QVERIFY(live.nodes[orders].reason.isEmpty());
        QVERIFY(live.nodes[payments].pips.empty());
        QCOMPARE(live.calls.value({orders, payments}), u"12 /s"_s);
        QVERIFY(!live.calls.contains({payments, orders}));
    }

    void aQueueThatFillsIsSeenWhereItWaits()
    {
        const tests::support::Shop shop;
        services::platform::FleetSnapshot fleet;
        services::broker::QueueStatus queue;
        queue.group = {u"shipping"_s};
        queue.consumers = 2;
        queue.depth = 3;
        queue.topics = {{{u"order.placed"_s}, 3}};
        queue.oldestAge = std::chrono::milliseconds(20);
        fleet.queues = {queue};
        const NodeId shipping{NodeKind::Unit, u"shipping"_s};
        const EdgeId line{{NodeKind::Topic, u"order.placed"_s}, shipping};
        const auto passing = LivePicture(shop.system, shop.microservices).vitality(fleet, {});
        QVERIFY(passing.queues.contains(line));
        QVERIFY(passing.queues.value(line).words.isEmpty()); // they only pass
        QVERIFY(!passing.queues.value(line).isSeen());
        QCOMPARE(passing.queues.value(line).health, Health::Good);
        QVERIFY(passing.nodes[shipping].details.join(u' ').contains(u"2 consumers"_s));

        fleet.queues[0].depth = 1280;
        fleet.queues[0].topics = {{{u"order.placed"_s}, 1280}};
        fleet.queues[0].consumers = 0;
        fleet.queues[0].oldestAge = std::chrono::seconds(12);
        const auto filling = LivePicture(shop.system, shop.microservices).vitality(fleet, {});
        const auto sign = filling.queues.value(line);
        QCOMPARE(sign.words, QLocale().toString(1280) + u" · 12 s"_s);
        QCOMPARE(sign.health, Health::Degraded);
        QVERIFY(sign.fill > passing.queues.value(line).fill);
        QVERIFY(sign.isSeen());
        QVERIFY(filling.nodes[shipping].details.join(u' ').contains(u"nobody consumes them"_s));
        const auto inside = LivePicture(shop.system, shop.monolith).vitality(fleet, {});
        QCOMPARE(inside.modules[{u"shipping"_s}].reason, u"queue "_s + sign.words);

        fleet.queues[0] = queue;
        fleet.queues[0].deadLetters = 2;
        const auto dead = LivePicture(shop.system, shop.microservices).vitality(fleet, {});
        QCOMPARE(dead.queues.value(line).words, u"✗ 2 dead"_s);
        QCOMPARE(dead.queues.value(line).health, Health::Bad);
    }

    void anOpenBreakerIsOnItsLineAndTheReasonOfItsCaller()
    {
        const tests::support::Shop shop;
        services::platform::FleetSnapshot fleet;
        services::platform::CallSnapshot call;
        call.link = {{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}};
        call.crossesUnits = true;
        call.breaker = BreakerState::Open;
        fleet.calls = {call};
        const NodeId orders{NodeKind::Unit, u"orders"_s};
        const EdgeId line{orders, {NodeKind::Unit, u"payments"_s}};
        const auto &services = shop.microservices;
        const auto open = LivePicture(shop.system, services).vitality(fleet, {});
        QCOMPARE(open.breakers.value(line), BreakerState::Open);
        QCOMPARE(open.nodes[orders].reason, u"breaker to Payments open"_s);
        QCOMPARE(open.nodes[orders].brief, QStringList{u"breaker open"_s});
        QCOMPARE(open.nodes[orders].health, Health::Degraded);
        fleet.calls[0].breaker = BreakerState::Closed;
        const auto closed = LivePicture(shop.system, services).vitality(fleet, {});
        QVERIFY(closed.breakers.isEmpty());
        QVERIFY(closed.nodes[orders].reason.isEmpty());
        fleet.calls[0].breaker = BreakerState::HalfOpen;
        fleet.calls[0].crossesUnits = false;
        const auto &monolith = shop.monolith;
        const auto inside = LivePicture(shop.system, monolith).vitality(fleet, {});
        QVERIFY(inside.breakers.isEmpty()); // there is no line
        QCOMPARE(inside.modules[{u"orders"_s}].reason, u"breaker to Payments tries"_s);
    }
};

QTEST_GUILESS_MAIN(TestLivePicture)
#include "tst_livepicture.moc"
