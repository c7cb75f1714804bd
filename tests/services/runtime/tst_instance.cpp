// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world.h"

#include <services/broker/publishing.h>
#include <services/runtime/fleetpreparation.h>
#include <services/runtime/instance.h>
#include <services/runtime/threadhost.h>
#include <services/transport/wire.h>

#include <QTest>

#include <tests/support/filelimit.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace toy;
using model::result::Error;
using services::runtime::HostedInstance;
using services::runtime::Instance;
using services::runtime::InstancePlan;
using services::runtime::RouteBoard;
using services::runtime::RoutingTable;
using services::runtime::Target;

namespace {

// One instance in the test's own thread, and a customer who knows its address.
struct Place
{
    explicit Place(double serviceTimeScale = 0)
    {
        auto made = services::runtime::withKeys(toy::plan(monolith(), folder.path()));
        made.options.serviceTimeScale = serviceTimeScale;
        means = *awaited(services::runtime::prepareFleet(made, factory, {board}, scope));
    }
    ~Place()
    {
        scope.cancel();
        instance.reset();
        means->broker->stop();
    }
    InstancePlan instancePlan() const
    {
        InstancePlan made;
        made.fleet = means;
        made.unit = means->plan.packaging.units.front();
        made.id = {u"all-1"_s};
        return made;
    }
    services::runtime::Result<quint16> open()
    {
        instance.emplace(instancePlan());
        auto port = instance->open(order);
        if (port)
            address.port = *port;
        return port;
    }
    void ask(const QByteArray &target) { scope.spawn(send(target)); }
    QCoro::Task<> send(QByteArray target)
    {
        services::transport::HttpRequest request;
        request.target = std::move(target);
        request.headers.add(services::transport::wire::fleetHeader, means->plan.options.fleetKey);
        const auto response = co_await client.send(address, std::move(request), timers.now() + 20s);
        if (response)
            ends.append(QString::number(response->status));
        else
            ends.append(word(response.error().kind));
    }

    QTemporaryDir folder;
    Knobs knobs;
    Factory factory{knobs};
    std::shared_ptr<RouteBoard> board = std::make_shared<RouteBoard>();
    std::shared_ptr<const services::runtime::FleetMeans> means;
    services::runtime::EndOrder order;
    services::waiting::LoopTimers timers;
    services::waiting::WaitScope scope;
    services::transport::HttpClient client{{}, scope, timers};
    services::transport::Address address;
    std::optional<Instance> instance;
    QStringList ends;
};

} // namespace

class TestInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servesItsCapabilities()
    {
        Place place;
        QVERIFY(place.open());
        for (const auto *target : {"/health", "/answer/1", "/answer/none", "/nowhere"})
            place.ask(target);
        QVERIFY(turnUntil([&] { return place.ends.size() == 4; }));
        place.ends.sort();
        QCOMPARE(place.ends, (QStringList{u"200"_s, u"200"_s, u"404"_s, u"404"_s}));
        const auto report = place.instance->report();
        QCOMPARE(report.telemetry.served.size(), 1); // health and what nobody serves are not its work
        QCOMPARE(report.occupancy.workers, 24);
    }

    void finishesWhatItHasBeforeItCloses()
    {
        Place place(20); // work takes 10 ms
        QVERIFY(place.open());
        for (int i = 0; i < 5; ++i)
            place.ask("/answer/1");
        QVERIFY(turnUntil([&] { return place.instance->report().occupancy.working == 5; }));
        bool closed = false;
        place.instance->close(15s, [&] { closed = true; });
        QVERIFY(turnUntil([&] { return closed; }));
        QVERIFY(turnUntil([&] { return place.ends.size() == 5; }));
        QCOMPARE(place.ends.count(u"200"_s), 5);
        place.ask("/health");
        QVERIFY(turnUntil([&] { return place.ends.size() == 6; }));
        QCOMPARE(place.ends.last(), u"refused"_s);
    }

    void finishesTheMessagesItHasBeforeItCloses()
    {
        Place place;
        place.knobs.holdEvents = true;
        QVERIFY(place.open());
        auto &broker = *place.means->broker;
        std::vector<Event> events;
        for (const auto *id : {"1", "2", "3"})
            events.push_back({id, said, id, "text", {}, {}});
        QVERIFY(awaited(services::broker::publishTo(broker, place.scope, events)));
        QVERIFY(turnUntil([&] { return place.knobs.eventsTried == 3; }));
        bool closed = false;
        place.instance->close(15s, [&] { closed = true; });
        place.knobs.holdEvents = false;
        QVERIFY(turnUntil([&] { return closed; }));
        QCOMPARE(place.knobs.eventsTried.load(), 3);
        QVERIFY(turnUntil([&] { return broker.queues().front().consumers == 0; }));
        QCOMPARE(broker.queues().front().depth, 0);
        QCOMPARE(broker.queues().front().redelivered, 0);
    }

    void cutsOffWhatTakesTooLong()
    {
        Place place;
        QVERIFY(place.open());
        place.ask("/forever");
        QVERIFY(turnUntil([&] { return place.knobs.waiting == 1; }));
        bool closed = false;
        place.instance->close(20ms, [&] { closed = true; });
        QVERIFY(turnUntil([&] { return closed; }));
        QCOMPARE(place.knobs.unwound.load(), 1);
        QVERIFY(turnUntil([&] { return place.ends == QStringList{u"reset"_s}; }));
    }

    void saysNothingOnceItHasCrashed()
    {
        Place place;
        QVERIFY(place.open());
        place.order.crashed = true; // by another thread, while this one was busy
        place.ask("/heard");
        QVERIFY(turnUntil([&] { return !place.instance->report().telemetry.served.empty(); }));
        place.instance->crash();
        QVERIFY(turnUntil([&] { return !place.ends.empty(); }));
        QCOMPARE(place.ends, QStringList{u"reset"_s}); // so that the caller knows that it may ask another
    }

    void unwindsEverythingInACrash()
    {
        Place place;
        QVERIFY(place.open());
        for (int i = 0; i < 20; ++i)
            place.ask("/forever");
        QVERIFY(turnUntil([&] { return place.knobs.waiting == 20; }));
        place.instance->crash();
        QCOMPARE(place.knobs.unwound.load(), 20);
        place.instance->crash(); // again: does nothing
        place.instance.reset();
        QCOMPARE(place.knobs.alive.load(), 0);
        QVERIFY(turnUntil([&] { return place.ends.size() == 20; }));
        QCOMPARE(place.ends.count(u"reset"_s), 20);
    }

    void givesUpOpeningWhenItIsNotWanted()
    {
        Place place;
        place.order.unwanted = true;
        const auto opened = place.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Kind::Cancelled);
    }

    void doesNotOpenWithoutAFileForItsAlarm()
    {
        Place place;
        {
            const tests::support::FileLimit limit(tests::support::FileLimit::reached());
            const auto opened = place.open();
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, Kind::Overloaded);
        }
        QVERIFY(place.open());
    }

    void beginsNoThreadWithoutAFileForItsLoop()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP(
            "The sanitizer opens a pipe of its own to look at an object's type, and no file is left for it.");
#endif
        Place place;
        services::runtime::ThreadHost host;
        QString words;
        bool ended = false;
        {
            const tests::support::FileLimit limit(tests::support::FileLimit::reached());
            const auto instance = host.launch(place.instancePlan());
            connect(instance.get(), &HostedInstance::failed, this, [&](const Error &error) {
                QCOMPARE(error.kind, Kind::Overloaded);
                words = error.message;
            });
            connect(instance.get(), &HostedInstance::ended, this, [&] { ended = true; });
            QVERIFY(words.isEmpty()); // nobody could have listened
            QVERIFY(turnUntil([&] { return ended; }));
        }
        QVERIFY2(words.contains(u"ulimit"_s), qPrintable(words));
    }

    void countsItsIncarnationsInItsSeed()
    {
        Place place;
        InstancePlan one;
        one.fleet = place.means;
        one.id = {u"all-1"_s};
        InstancePlan same = one;
        InstancePlan later = one;
        later.incarnation = 2;
        InstancePlan other = one;
        other.id = {u"all-2"_s};
        QCOMPARE(one.seed(), same.seed());
        QVERIFY(one.seed() != later.seed());
        QVERIFY(one.seed() != other.seed());
    }
};

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
