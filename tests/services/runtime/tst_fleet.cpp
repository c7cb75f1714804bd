// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world.h"

#include <services/storage/database.h>

#include <QFile>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace toy;

namespace {

// Keeps asking with several requests at once until it is told to end.
class Load
{
public:
    Load(Customer &customer, int width)
        : m_customer(customer)
    {
        for (int i = 0; i < width; ++i)
            customer.scope().spawn(keepAsking());
    }
    ~Load() { end(); }
    void end()
    {
        m_ending = true;
        turnUntil([this] { return m_running == 0; });
    }

    int succeeded = 0;
    QStringList failures;

private:
    QCoro::Task<> keepAsking()
    {
        ++m_running;
        while (!m_ending) {
            const auto reply = co_await m_customer.send(front, u"GET /ask/{id}"_s, u"1"_s);
            if (reply)
                ++succeeded;
            else
                failures.append(word(reply.error().kind) + u": "_s + reply.error().message);
        }
        --m_running;
    }

    Customer &m_customer;
    bool m_ending = false;
    int m_running = 0;
};

auto openBrokerStore(const World &world)
{
    return services::storage::Database::open(world.folder.filePath(u"microservices/broker.db"_s));
}

FleetOptions options()
{
    return plan(monolith(), {}).options;
}

} // namespace

Q_DECLARE_METATYPE(model::packaging::Packaging)

class TestFleet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void behavesTheSameInEachPackaging_data()
    {
        QTest::addColumn<model::packaging::Packaging>("packaging");
        QTest::addColumn<bool>("crosses");
        QTest::newRow("monolith") << monolith() << false;
        QTest::newRow("microservices") << microservices() << true;
        QTest::newRow("mixed") << mixed() << false;
    }
    void behavesTheSameInEachPackaging()
    {
        QFETCH(model::packaging::Packaging, packaging);
        QFETCH(bool, crosses);
        World world(packaging);
        const auto started = awaited(world.fleet->start());
        QVERIFY2(started, started ? "" : qPrintable(started.error().message));
        Customer customer(*world.fleet);

        const auto answer = customer.askFront(u"42"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->body, QByteArray(R"({"caller":"front","id":"42"})"));

        const auto none = customer.askFront(u"none"_s);
        QVERIFY(!none);
        QCOMPARE(none.error(), (model::result::Error{Kind::NotFound, u"No such answer"_s, u"id"_s}));

        const auto refusing = customer.ask(front, u"GET /refusing"_s);
        QCOMPARE(refusing.error().kind, Kind::Unavailable); // for this request was seen
        QCOMPARE(refusing.error().message, u"As if somebody further down had refused"_s);

        const auto told = customer.ask(front, u"POST /tell/{id}"_s, u"hello"_s);
        QVERIFY(told);
        QVERIFY(turnUntil([&] {
            const auto heard = customer.ask(ear, u"GET /heard"_s);
            return heard && heard->body == R"(["hello","seed"])";
        }));

        // Only the wiring decides what a call is: by socket or by function.
        std::vector<model::telemetry::Span> calls;
        QVERIFY(turnUntil([&] {
            for (const auto &report : world.fleet->drainTelemetry().reports) {
                for (const auto &span : report.telemetry.spans) {
                    if (span.kind == model::telemetry::SpanKind::Client && span.endpoint.capability == back)
                        calls.push_back(span);
                }
            }
            return calls.size() >= 3;
        }));
        for (const auto &span : calls)
            QCOMPARE(span.crossedNetwork, crosses);
    }

    void showsStrangersNothingBehindItsEntry_data() { behavesTheSameInEachPackaging_data(); }
    void showsStrangersNothingBehindItsEntry()
    {
        QFETCH(model::packaging::Packaging, packaging);
        const bool sharesTheEntrysUnit = packaging.unitOf(front) == packaging.unitOf(back);
        World world(packaging);
        QVERIFY(awaited(world.fleet->start()));
        Customer stranger(*world.fleet, {});
        Customer liar(*world.fleet, "a key made up");
        QVERIFY(stranger.askFront(u"1"_s));
        for (auto *const customer : {&stranger, &liar}) {
            const auto behind = customer->ask(back, u"GET /answer/{id}"_s, u"1"_s);
            QCOMPARE(behind.has_value(), !sharesTheEntrysUnit);
            if (!behind)
                QCOMPARE(behind.error().kind, Kind::NotFound);
        }
        Customer own(*world.fleet);
        QVERIFY(own.ask(back, u"GET /answer/{id}"_s, u"1"_s));
    }

    void saysHowItsInstancesAre()
    {
        World world(microservices(2));
        std::vector<InstanceStatus> changes;
        bool started = false;
        connect(world.fleet.get(), &Fleet::instanceChanged, this,
                [&](const InstanceStatus &status) { changes.push_back(status); });
        connect(world.fleet.get(), &Fleet::started, this, [&] { started = true; });
        QVERIFY(awaited(world.fleet->start()));
        QVERIFY(started);
        QCOMPARE(changes.size(), 8U); // starting and healthy, each of four
        const auto status = *world.fleet->instance({u"back-2"_s});
        QCOMPARE(status.unit.value, u"back"_s);
        QCOMPARE(status.capabilities, std::vector{back});
        QCOMPARE(status.state, InstanceState::Healthy);
        QCOMPARE(status.incarnation, 1);
        QVERIFY(status.port != 0);
        QVERIFY(world.fleet->entryPort() == world.fleet->instance({u"front-1"_s})->port);
        QCOMPARE(world.fleet->routes()->targets.value(back).size(), 2U);
        QVERIFY(!world.fleet->instance({u"back-3"_s}));
        QCOMPARE(world.knobs.alive.load(), 4);
    }

    void answersHealthOverHttp()
    {
        World world(monolith());
        QVERIFY(awaited(world.fleet->start()));
        services::waiting::LoopTimers timers;
        services::waiting::WaitScope scope;
        services::transport::HttpClient client({}, scope, timers);
        services::transport::HttpRequest request;
        request.target = "/health";
        const auto response = awaited(client.send({world.fleet->entryPort()}, request, timers.now() + 10s));
        scope.cancel();
        QVERIFY(response);
        QCOMPARE(response->status, 200);
        QCOMPARE(response->body, QByteArray(R"({"instance":"all-1","state":"healthy","unit":"all"})"));
    }

    void abandonsWorkInACrash()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        std::optional<Result<Reply>> reply;
        customer.scope().spawn(keep(customer, reply));
        QVERIFY(turnUntil([&] { return world.knobs.waiting == 1; }));

        QVERIFY(world.fleet->crash(model::system::InstanceId{u"back-1"_s}));
        QCOMPARE(world.state(u"back-1"_s), InstanceState::Crashed);
        QVERIFY(turnUntil([&] { return reply.has_value(); }));
        QVERIFY(!*reply);
        QCOMPARE(reply->error().kind, Kind::Reset);
        QVERIFY(turnUntil([&] { return world.knobs.alive == 2; }));
        QCOMPARE(world.knobs.unwound.load(), 1);
        QCOMPARE(world.knobs.waiting.load(), 0);
        QCOMPARE(customer.askFront(u"1"_s).error().kind, Kind::Unavailable);
        QVERIFY(customer.ask(ear, u"GET /heard"_s)); // others live on
        QCOMPARE(world.fleet->crash(model::system::InstanceId{u"back-1"_s}).error().kind, Kind::Conflict);
    }

    void restartsOnTheSamePortWithTheSameData()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        QVERIFY(customer.ask(front, u"POST /tell/{id}"_s, u"kept"_s));
        QVERIFY(turnUntil([&] { return customer.ask(ear, u"GET /heard"_s)->body.contains("kept"); }));
        const quint16 port = world.fleet->instance({u"ear-1"_s})->port;

        QVERIFY(world.fleet->crash(model::system::UnitId{u"ear"_s}));
        const auto before = std::chrono::steady_clock::now();
        QVERIFY(world.fleet->restart(model::system::UnitId{u"ear"_s}));
        QCOMPARE(world.state(u"ear-1"_s), InstanceState::Starting);
        QCOMPARE(customer.ask(ear, u"GET /heard"_s).error().kind, Kind::Unavailable);
        QVERIFY(world.becomes(u"ear-1"_s, InstanceState::Healthy));
        QVERIFY(std::chrono::steady_clock::now() - before >= 30ms); // the declared boot time
        const auto status = *world.fleet->instance({u"ear-1"_s});
        QCOMPARE(status.port, port);
        QCOMPARE(status.incarnation, 2);
        QCOMPARE(customer.ask(ear, u"GET /heard"_s)->body, QByteArray(R"(["kept","seed"])"));
    }

    void restartsWhatRuns()
    {
        World world(monolith());
        QVERIFY(awaited(world.fleet->start()));
        const quint16 port = world.fleet->entryPort();
        QVERIFY(world.fleet->restart(model::system::InstanceId{u"all-1"_s}));
        QVERIFY(world.becomes(u"all-1"_s, InstanceState::Healthy));
        QCOMPARE(world.fleet->instance({u"all-1"_s})->incarnation, 2);
        QCOMPARE(world.fleet->entryPort(), port);
        QCOMPARE(world.knobs.alive.load(), 3);
    }

    void losesNothingIdempotentWithTwoInstances()
    {
        World world(microservices(2));
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        Load load(customer, 16);
        QVERIFY(turnUntil([&] { return load.succeeded > 200; }));
        for (const QString &victim : {u"back-1"_s, u"back-2"_s}) {
            const int before = load.succeeded;
            QVERIFY(world.fleet->crash(model::system::InstanceId{victim}));
            QVERIFY(turnUntil([&] { return load.succeeded > before + 200; }));
            QVERIFY(world.fleet->restart(model::system::InstanceId{victim}));
            QVERIFY(world.becomes(victim, InstanceState::Healthy));
        }
        load.end();
        QCOMPARE(load.failures, QStringList());
        for (const auto &target : world.fleet->routes()->targets.value(back))
            QCOMPARE(target->outstanding.load(), 0);
    }

    void scalesUpAndDownWithoutAFailedRequest()
    {
        auto slow = options();
        slow.serviceTimeScale = 4; // so that there is something to drain
        World world(microservices(), slow);
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        Load load(customer, 16);
        for (const int instances : {3, 1, 2, 1}) {
            const auto scaled = awaited(world.fleet->scale({u"back"_s}, instances));
            QVERIFY2(scaled, scaled ? "" : qPrintable(scaled.error().message));
            QCOMPARE(world.fleet->routes()->targets.value(back).size(), std::size_t(instances));
            const int before = load.succeeded;
            QVERIFY(turnUntil([&] { return load.succeeded > before + 50; }));
        }
        load.end();
        QCOMPARE(load.failures, QStringList());
        QCOMPARE(world.fleet->instances().size(), 3U);
        QCOMPARE(world.knobs.alive.load(), 3);
    }

    void takesAwayTheNewestAndCountsItsStartsOn()
    {
        auto slow = options();
        slow.bootTimeScale = 0;
        World world(microservices(2), slow);
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        const auto held = world.fleet->routes()->targets.value(back).back(); // back-2
        ++held->outstanding; // as if somebody asked it something
        bool scaled = false;
        customer.scope().spawn(expectScaled(*world.fleet, 1, scaled));
        QCOMPARE(world.state(u"back-2"_s), InstanceState::Draining);
        QCOMPARE(world.fleet->restart(model::system::InstanceId{u"back-2"_s}).error().kind, Kind::Conflict);
        QVERIFY(customer.askFront(u"1"_s)); // by the other one
        QCOMPARE(world.state(u"back-2"_s), InstanceState::Draining);
        --held->outstanding;
        QVERIFY(turnUntil([&] { return scaled; }));
        QVERIFY(!world.fleet->instance({u"back-2"_s}));
        QVERIFY(awaited(world.fleet->scale({u"back"_s}, 2)));
        QCOMPARE(world.fleet->instance({u"back-2"_s})->incarnation, 2);
    }

    void obeysTheLatestScale()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        std::vector<std::optional<Result<void>>> ends(2);
        customer.scope().spawn(keepScaled(*world.fleet, 3, ends[0]));
        customer.scope().spawn(keepScaled(*world.fleet, 2, ends[1]));
        QVERIFY(turnUntil([&] { return ends[0] && ends[1]; }));
        QCOMPARE(ends[0]->error().kind, Kind::Conflict);
        QVERIFY(*ends[1]);
        QCOMPARE(world.fleet->routes()->targets.value(back).size(), 2U);
    }

    void refusesImpossibleOrders()
    {
        World world(microservices());
        QCOMPARE(world.fleet->crash(model::system::UnitId{u"back"_s}).error().kind,
                 Kind::Conflict); // not started
        QVERIFY(awaited(world.fleet->start()));
        QCOMPARE(awaited(world.fleet->start()).error().kind, Kind::Conflict);
        QCOMPARE(world.fleet->crash(model::system::UnitId{u"nobody"_s}).error().kind, Kind::NotFound);
        QCOMPARE(world.fleet->restart(model::system::InstanceId{u"back-9"_s}).error().kind, Kind::NotFound);
        QCOMPARE(awaited(world.fleet->scale({u"nobody"_s}, 1)).error().kind, Kind::NotFound);
        QCOMPARE(awaited(world.fleet->scale({u"back"_s}, 0)).error().kind, Kind::InvalidInput);
        QCOMPARE(awaited(world.fleet->scale({u"back"_s}, 1000)).error().kind, Kind::InvalidInput);
    }

    void answersOverloadAtOnce()
    {
        auto slow = options();
        slow.serviceTimeScale = 1e6; // what has a worker keeps it
        World world(monolith(), slow);
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        customer.setPatience(4000ms);
        QHash<Kind, int> ends;
        for (int i = 0; i < 400; ++i)
            customer.scope().spawn(count(customer, ends));
        const int room = 3 * (8 + 64); // workers and queue of three capabilities
        QVERIFY(turnUntil([&] { return ends[Kind::Overloaded] == 400 - room; }));
        QCOMPARE(ends.size(), 1); // nobody else has an answer yet
        QVERIFY(turnUntil([&] { return ends[Kind::TimedOut] == room; }));
    }

    void stopsWaitingWhenTheCallerDoes()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        customer.setPatience(50ms);
        QCOMPARE(customer.ask(back, u"GET /forever"_s).error().kind, Kind::TimedOut);
        QVERIFY(customer.askFront(u"1"_s));
    }

    void deliversAgainWhatAConsumerHadWhenItCrashed()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        world.knobs.hangEvents = true;
        QVERIFY(customer.ask(front, u"POST /tell/{id}"_s, u"again"_s));
        QVERIFY(turnUntil([&] { return world.knobs.eventsTried == 1; }));
        QVERIFY(world.fleet->crash(model::system::UnitId{u"ear"_s}));
        world.knobs.hangEvents = false;
        QVERIFY(world.fleet->restart(model::system::UnitId{u"ear"_s}));
        QVERIFY(world.becomes(u"ear-1"_s, InstanceState::Healthy));
        QVERIFY(turnUntil([&] { return customer.ask(ear, u"GET /heard"_s)->body == R"(["again","seed"])"; }));
        QVERIFY(world.knobs.eventsTried >= 2);
    }

    void deliversAgainAfterAnError()
    {
        World world(monolith());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        world.knobs.failEvents = true;
        QVERIFY(customer.ask(front, u"POST /tell/{id}"_s, u"again"_s));
        QVERIFY(turnUntil([&] { return world.knobs.eventsTried >= 2; }));
        world.knobs.failEvents = false;
        QVERIFY(turnUntil([&] { return customer.ask(ear, u"GET /heard"_s)->body == R"(["again","seed"])"; }));
    }

    void keepsMessagesForAConsumerThatIsNotThere()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        QVERIFY(world.fleet->crash(model::system::UnitId{u"ear"_s}));
        for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
            QVERIFY(customer.ask(front, u"POST /tell/{id}"_s, text));
        QVERIFY(turnUntil([&] {
            const auto queues = world.fleet->drainTelemetry().queues;
            return !queues.empty() && queues.front().depth == 3;
        }));
        QVERIFY(world.fleet->restart(model::system::UnitId{u"ear"_s}));
        QVERIFY(world.becomes(u"ear-1"_s, InstanceState::Healthy));
        QVERIFY(turnUntil(
            [&] { return customer.ask(ear, u"GET /heard"_s)->body == R"(["one","seed","three","two"])"; }));
    }

    void noticesWhoDoesNotAnswerAndWhoDoesAgain()
    {
        auto impatient = options();
        impatient.healthTimeout = 100ms;
        World world(microservices(), impatient);
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        world.knobs.stuck = true;
        customer.setPatience(100ms);
        QCOMPARE(customer.ask(back, u"GET /stuck"_s).error().kind, Kind::TimedOut);
        QVERIFY(world.becomes(u"back-1"_s, InstanceState::Unresponsive));
        QVERIFY(world.fleet->instance({u"back-1"_s})->reason);
        QCOMPARE(customer.askFront(u"1"_s).error().kind, Kind::TimedOut); // there is no other to ask
        world.knobs.stuck = false;
        QVERIFY(world.becomes(u"back-1"_s, InstanceState::Healthy));
        customer.setPatience(15s);
        QVERIFY(customer.askFront(u"1"_s));
    }

    void cutsTheSocketsOfWhoIsStuckAndRestartsBesideIt()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        world.knobs.stuck = true;
        std::optional<Result<Reply>> reply;
        customer.scope().spawn(keepStuck(customer, reply));
        QVERIFY(turnUntil([&] { return world.knobs.waiting == 1; }));
        QVERIFY(world.fleet->crash(model::system::UnitId{u"back"_s}));
        QVERIFY(turnUntil([&] { return reply.has_value(); }));
        QCOMPARE(reply->error().kind, Kind::Reset);
        QVERIFY(world.fleet->restart(model::system::UnitId{u"back"_s}));
        QVERIFY(world.becomes(u"back-1"_s, InstanceState::Healthy));
        QVERIFY(customer.askFront(u"1"_s));
        QCOMPARE(world.knobs.waiting.load(), 1); // still
        world.knobs.stuck = false;
        QVERIFY(turnUntil([&] { return world.knobs.alive == 3; }));
        QVERIFY(customer.askFront(u"1"_s));
    }

    void restartsWhatHangsOnItsPort()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        const auto port = world.fleet->instance({u"back-1"_s})->port;
        Customer customer(*world.fleet);
        world.knobs.stuck = true;
        customer.setPatience(100ms);
        QCOMPARE(customer.ask(back, u"GET /stuck"_s).error().kind, Kind::TimedOut);
        QVERIFY(world.fleet->restart(model::system::UnitId{u"back"_s}));
        QVERIFY(world.becomes(u"back-1"_s, InstanceState::Healthy));
        QCOMPARE(world.fleet->instance({u"back-1"_s})->port, port);
        QCOMPARE(world.knobs.waiting.load(), 1); // still
        customer.setPatience(15s);
        QVERIFY(customer.askFront(u"1"_s));
        world.knobs.stuck = false;
        QVERIFY(turnUntil([&] { return world.knobs.alive == 3; }));
    }

    void scalesAwayWhatHangs()
    {
        auto hasty = options();
        hasty.drainLimit = 100ms;
        World world(microservices(2), hasty);
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        world.knobs.stuck = true;
        customer.setPatience(100ms);
        for (int i = 0; i < 2; ++i) // one at each instance
            QCOMPARE(customer.ask(back, u"GET /stuck"_s).error().kind, Kind::TimedOut);
        QVERIFY(turnUntil([&] { return world.knobs.waiting == 2; }));
        const auto scaled = awaited(world.fleet->scale({u"back"_s}, 1));
        world.knobs.stuck = false;
        Q_UNUSED(scaled) // whether the other one is thought well depends on its last check
        QVERIFY(world.becomes(u"back-1"_s, InstanceState::Healthy));
        QVERIFY(turnUntil([&] { return !world.fleet->instance({u"back-2"_s}); }));
    }

    // Without waiting until the broker loses its patience with it.
    void givesTheMessagesOfWhoIsStuckToOthersWhenItCrashes()
    {
        auto two = microservices();
        two.units.back().instances = 2;
        World world(std::move(two));
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        const auto release = qScopeGuard([&world] { world.knobs.stuck = false; });
        world.knobs.stuck = true;
        world.knobs.stickAtNextEvent = true;
        QVERIFY(customer.ask(front, u"POST /tell/{id}"_s, u"again"_s));
        QVERIFY(turnUntil([&] { return world.knobs.waiting == 1; }));
        QCOMPARE(world.knobs.eventsTried.load(), 1);
        QVERIFY(world.fleet->crash(model::system::InstanceId{world.knobs.stuckWithEvent}));
        QVERIFY(turnUntil([&] { return world.knobs.eventsTried == 2; }));
        QVERIFY(customer.ask(front, u"POST /tell/{id}"_s, u"more"_s));
        QVERIFY(turnUntil(
            [&] { return customer.ask(ear, u"GET /heard"_s)->body == R"(["again","more","seed"])"; }));
    }

    void stopsInGoodOrder()
    {
        World world(microservices(2));
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        QVERIFY(customer.askFront(u"1"_s));
        stopAndCheck(world);
        for (const auto &status : world.fleet->instances())
            QCOMPARE(status.state, InstanceState::Stopped);
        QCOMPARE(customer.askFront(u"1"_s).error().kind, Kind::Unavailable);
        QCOMPARE(world.fleet->restart(model::system::UnitId{u"back"_s}).error().kind, Kind::Conflict);
    }

    void stopsInTheMiddleOfAStart()
    {
        World world(microservices(2));
        world.knobs.slowSeedMilliseconds = 50;
        bool ended = false;
        services::waiting::WaitScope scope;
        scope.spawn(expectCancelled(*world.fleet, ended));
        stopAndCheck(world);
        QVERIFY(ended);
    }

    void stopsInTheMiddleOfARestart()
    {
        auto slow = options();
        slow.bootTimeScale = 1000;
        World world(microservices(), slow);
        QVERIFY(awaited(world.fleet->start()));
        QVERIFY(world.fleet->restart(model::system::UnitId{u"back"_s}));
        QCOMPARE(world.state(u"back-1"_s), InstanceState::Starting);
        stopAndCheck(world);
    }

    void stopsWhatHangsWithItsRequests()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        std::optional<Result<Reply>> reply;
        customer.scope().spawn(keep(customer, reply));
        QVERIFY(turnUntil([&] { return world.knobs.waiting == 1; }));
        stopAndCheck(world);
        QVERIFY(turnUntil([&] { return reply.has_value(); }));
    }

    void canBeDestroyedAtAnyMoment_data()
    {
        QTest::addColumn<int>("turns");
        for (const int turns : {0, 1, 2, 3, 5, 8, 13, 30})
            QTest::addRow("after %d turns of the loop", turns) << turns;
    }
    void canBeDestroyedAtAnyMoment()
    {
        QFETCH(int, turns);
        World world(microservices(2));
        bool ended = false;
        services::waiting::WaitScope scope;
        scope.spawn(expectEnd(*world.fleet, ended));
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        world.fleet.reset();
        QVERIFY(ended);
        QCOMPARE(world.knobs.alive.load(), 0);
    }

    void crashesDuringBoot()
    {
        auto slow = options();
        slow.bootTimeScale = 1000;
        World world(microservices(), slow);
        QVERIFY(awaited(world.fleet->start()));
        QVERIFY(world.fleet->crash(model::system::UnitId{u"back"_s}));
        QVERIFY(world.fleet->restart(model::system::UnitId{u"back"_s}));
        QCOMPARE(world.state(u"back-1"_s), InstanceState::Starting);
        QVERIFY(world.fleet->crash(model::system::UnitId{u"back"_s}));
        QCOMPARE(world.state(u"back-1"_s), InstanceState::Crashed);
        QVERIFY(turnUntil([&] { return world.knobs.alive == 2; }));
    }

    void crashesRightAfterTheLaunch()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        auto noBoot = world.fleet->plan().options;
        for (int i = 0; i < 20; ++i) {
            world.fleet->restart(model::system::UnitId{u"back"_s});
            QVERIFY(turnUntil([&] {
                return world.knobs.alive == 3 || world.state(u"back-1"_s) == InstanceState::Healthy;
            }));
            QVERIFY(world.fleet->crash(model::system::UnitId{u"back"_s}));
        }
        QVERIFY(turnUntil([&] { return world.knobs.alive == 2; }));
    }

    void failsClearlyWhenItsPortIsTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        auto fixed = options();
        fixed.entryPort = other.serverPort();
        World world(microservices(), fixed);
        const auto started = awaited(world.fleet->start());
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Kind::Conflict);
        QVERIFY2(started.error().message.contains(QString::number(other.serverPort())),
                 qPrintable(started.error().message));
        QCOMPARE(world.state(u"front-1"_s), InstanceState::Failed);
        QCOMPARE(world.state(u"back-1"_s), InstanceState::Healthy);
        other.close();
        QVERIFY(world.fleet->restart(model::system::UnitId{u"front"_s}));
        QVERIFY(world.becomes(u"front-1"_s, InstanceState::Healthy));
        QCOMPARE(world.fleet->entryPort(), fixed.entryPort);
    }

    void failsClearlyWhenAStoreIsCorrupt()
    {
        World world(microservices());
        QVERIFY(QDir(world.folder.path()).mkpath(u"microservices"_s));
        const QString file = world.folder.filePath(u"microservices/ear.db"_s);
        QFile corrupt(file);
        QVERIFY(corrupt.open(QIODevice::WriteOnly));
        corrupt.write(QByteArray(8192, 'x'));
        corrupt.close();
        const auto started = awaited(world.fleet->start());
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Kind::Corrupt);
        QCOMPARE(started.error().subject, file);
        QCOMPARE(world.state(u"ear-1"_s), InstanceState::Failed);
        QVERIFY(world.fleet->instance({u"ear-1"_s})->reason == started.error());
        Customer customer(*world.fleet);
        QVERIFY(customer.askFront(u"1"_s)); // the others live on
        QVERIFY(QFile::remove(file));
        QVERIFY(world.fleet->restart(model::system::UnitId{u"ear"_s}));
        QVERIFY(world.becomes(u"ear-1"_s, InstanceState::Healthy));
    }

    // Else what is published would be confirmed and reach nobody.
    void failsClearlyWhenItsQueuesCannotBeMade()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        stopAndCheck(world);
        const auto prepare = [&world](const QString &sql) {
            return (*openBrokerStore(world))->executeScript(sql).has_value();
        };
        QVERIFY(prepare(u"CREATE TRIGGER refuse BEFORE INSERT ON binding"
                        " BEGIN SELECT RAISE(ABORT, 'no more bindings'); END"_s));
        Fleet again(world.fleet->plan(), world.factory);
        const auto started = awaited(again.start());
        QVERIFY(!started);
        QVERIFY2(started.error().message.contains(u"no more bindings"_s),
                 qPrintable(started.error().message));
        QVERIFY(again.instances().empty());
        QVERIFY(prepare(u"DROP TRIGGER refuse"_s));
        QVERIFY(awaited(again.start()));
    }

    void doesNotBlockWhileItsBrokersFileIsTaken()
    {
        World world(microservices());
        QVERIFY(QDir(world.folder.path()).mkpath(u"microservices"_s));
        auto store = openBrokerStore(world);
        QVERIFY((*store)->executeScript(u"BEGIN IMMEDIATE"_s));
        auto starting = world.fleet->start();
        QVERIFY(!starting.isReady());
        QCOMPARE(awaited(world.fleet->start()).error().kind, Kind::Conflict);
        const auto started = awaited(std::move(starting));
        QVERIFY(!started);
        QVERIFY2(started.error().message.contains(u"broker.db"_s), qPrintable(started.error().message));
        store->reset();
        QVERIFY(awaited(world.fleet->start()));
    }

    void stopsWhileItsBrokersFileIsTaken()
    {
        World world(microservices());
        QVERIFY(QDir(world.folder.path()).mkpath(u"microservices"_s));
        const auto store = openBrokerStore(world);
        QVERIFY((*store)->executeScript(u"BEGIN IMMEDIATE"_s));
        bool ended = false;
        services::waiting::WaitScope scope;
        scope.spawn(expectCancelled(*world.fleet, ended));
        QVERIFY(!ended);
        stopAndCheck(world);
        QVERIFY(ended);
    }

    void failsClearlyWithoutAFolder()
    {
        QTemporaryDir folder;
        QFile inTheWay(folder.filePath(u"data"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Knobs knobs;
        const Factory factory(knobs);
        Fleet fleet(plan(monolith(), inTheWay.fileName()), factory);
        const auto started = awaited(fleet.start());
        QVERIFY(!started);
        QVERIFY(started.error().subject.startsWith(inTheWay.fileName()));
        QVERIFY(fleet.instances().empty());
    }

    void measuresItsInstances()
    {
        World world(microservices());
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        for (int i = 0; i < 10; ++i)
            QVERIFY(customer.askFront(u"1"_s));
        std::uint64_t served = 0;
        QVERIFY(turnUntil([&] {
            for (const auto &report : world.fleet->drainTelemetry().reports)
                served += report.telemetry.served.value({back, u"GET /answer/{id}"_s}).requests;
            return served == 10;
        }));
        QVERIFY(world.fleet->instance({u"back-1"_s})->cpu > 0ns);
    }

private:
    static QCoro::Task<> keep(Customer &customer, std::optional<Result<Reply>> &reply)
    {
        reply = co_await customer.send(back, u"GET /forever"_s);
    }
    static QCoro::Task<> keepStuck(Customer &customer, std::optional<Result<Reply>> &reply)
    {
        reply = co_await customer.send(back, u"GET /stuck"_s);
    }
    static QCoro::Task<> count(Customer &customer, QHash<Kind, int> &ends)
    {
        const auto reply = co_await customer.send(back, u"GET /answer/{id}"_s, u"1"_s);
        ++ends[reply ? Kind::Internal : reply.error().kind];
    }
    static QCoro::Task<> expectCancelled(Fleet &fleet, bool &ended)
    {
        const auto started = co_await fleet.start();
        ended = !started && started.error().kind == Kind::Cancelled;
    }
    static QCoro::Task<> expectScaled(Fleet &fleet, int instances, bool &scaled)
    {
        model::system::UnitId unit{u"back"_s};
        const auto outcome = co_await fleet.scale(std::move(unit), instances);
        scaled = outcome.has_value();
    }
    static QCoro::Task<> keepScaled(Fleet &fleet, int instances, std::optional<Result<void>> &outcome)
    {
        model::system::UnitId unit{u"back"_s};
        outcome = co_await fleet.scale(std::move(unit), instances);
    }
    static QCoro::Task<> expectEnd(Fleet &fleet, bool &ended)
    {
        const auto started = co_await fleet.start();
        ended = true;
    }
    static void stopAndCheck(World &world)
    {
        bool stopped = false;
        connect(world.fleet.get(), &Fleet::stopped, world.fleet.get(), [&] { stopped = true; });
        world.fleet->stop();
        QVERIFY(!stopped);
        QVERIFY(turnUntil([&] { return stopped; }));
        QVERIFY(world.fleet->isStopped());
        QCOMPARE(world.knobs.alive.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
