// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/faulttext.h>
#include <model/packaging/presets.h>
#include <services/platform/components.h>
#include <services/platform/platform.h>
#include <services/storage/database.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <tests/support/shop.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::platform;
using model::result::Kind;
using model::system::PackagingId;
using services::runtime::InstanceState;

namespace {

const PackagingId monolith{u"monolith"_s};
const PackagingId microservices{u"microservices"_s};

// Waits for a command; a cancelled or lost one fails the test by the error it returns.
template<typename T>
model::result::Result<T> done(QFuture<model::result::Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000) || future.resultCount() == 0)
        return model::result::failure(Kind::TimedOut, u"The command has not been obeyed"_s);
    return future.result();
}

} // namespace

// The one door, with both shapes of the shop behind it. The declared work takes no time here.
class TestPlatform : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void startsBothShapes();
    void tellsTenTimesASecondWhatIsToBeSeen();
    void countsMessagesAtBothEnds();
    void crashesAndRestarts();
    void scales();
    void setsPolicies();
    void injectsAndLiftsFaults();
    void sendsCrowds();
    void sendsAPersonsRequest();
    void playsAScenario();
    void playsOneScenarioAtATime();
    void readsTheBooksOfAllThatRuns();
    void looksIntoQueues();
    void tellsThatBooksCannotBeRead();
    void tellsThatOrdersAreNotSettled();
    void refusesWhatIsNotThere();
    void refusesAFolderThatCannotBeMade();
    void endsInTheMiddleOfEverything();
    void keepsItsDataFromRunToRun();

private:
    PlatformOptions options() const;
    std::unique_ptr<Platform> started(PlatformOptions options);
    InstanceState stateOf(Platform &platform, const PackagingId &fleet, const QString &instance);

    model::system::System m_shop;
    std::shared_ptr<const services::assembly::ComponentFactory> m_factory;
    QTemporaryDir m_templates; // of the stores, which all platforms start with
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPlatform::initTestCase()
{
    m_shop = tests::support::Shop().system;
    m_factory = componentsOf(m_shop).value();
}

void TestPlatform::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

PlatformOptions TestPlatform::options() const
{
    PlatformOptions options;
    options.system = m_shop;
    options.packagings = {model::packaging::monolith(m_shop), model::packaging::microservices(m_shop)};
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.templatesFolder = m_templates.path();
    options.population.loggedInAtStart = 10;
    options.fleets.serviceTimeScale = 0;
    options.fleets.bootTimeScale = 0;
    options.fleets.healthTimeout = 5s; // a busy machine is no fault
    return options;
}

std::unique_ptr<Platform> TestPlatform::started(PlatformOptions options)
{
    auto platform = std::make_unique<Platform>(std::move(options), m_factory);
    const auto outcome = done(platform->start());
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().message));
    return platform;
}

InstanceState TestPlatform::stateOf(Platform &platform, const PackagingId &fleet, const QString &instance)
{
    const auto snapshot = done(platform.snapshot());
    for (const auto &each : snapshot ? snapshot->fleets : std::vector<FleetSnapshot>()) {
        for (const auto &one : each.instances) {
            if (each.fleet == fleet && one.status.id.value == instance)
                return one.status.state;
        }
    }
    return InstanceState::Stopped;
}

void TestPlatform::startsBothShapes()
{
    const auto platform = started(options());
    const auto snapshot = done(platform->snapshot());
    QVERIFY(snapshot.has_value());
    QCOMPARE(snapshot->fleets.size(), 2u);
    QCOMPARE(snapshot->fleets[0].fleet, monolith);
    QCOMPARE(snapshot->fleets[0].instances.size(), 1u);
    QCOMPARE(snapshot->fleets[1].instances.size(), m_shop.capabilities.size());
    for (const auto &fleet : snapshot->fleets) {
        QVERIFY(fleet.entryPort != 0);
        for (const auto &instance : fleet.instances)
            QCOMPARE(instance.status.state, InstanceState::Healthy);
    }
    QVERIFY(done(platform->stop()).has_value());
}

void TestPlatform::tellsTenTimesASecondWhatIsToBeSeen()
{
    auto wanted = options();
    wanted.shoppersPerSecond = 50;
    Platform platform(wanted, m_factory);
    std::vector<Snapshot> seen;
    connect(&platform, &Platform::snapshotTaken, this,
            [&](const Snapshot &snapshot) { seen.push_back(snapshot); });
    QVERIFY(done(platform.start()).has_value());
    const auto isBusy = [&] {
        return !seen.empty() && std::ranges::all_of(seen.back().fleets, [](const FleetSnapshot &fleet) {
            return fleet.attempts.perSecond > 5 && fleet.journeys[0].tally.attempts > 5
                && !fleet.links.empty();
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBusy(), 60'000);
    const auto &last = seen.back();
    QVERIFY(last.memoryBytes > 10'000'000);
    QCOMPARE(last.shoppersPerSecond, 50.0);
    for (std::size_t fleet = 0; fleet < 2; ++fleet) {
        const auto &links = last.fleets[fleet].links;
        const auto crossing = std::ranges::count_if(links, &LinkSnapshot::crossesUnits);
        QCOMPARE(crossing, fleet == 0 ? 0 : static_cast<std::ptrdiff_t>(links.size()));
        QVERIFY(last.fleets[fleet].instances[0].requests.perSecond > 0);
        QVERIFY(last.fleets[fleet].instances[0].requests.p95 >= last.fleets[fleet].instances[0].requests.p50);
    }
    const auto results
        = std::ranges::count_if(seen, [](const Snapshot &one) { return !one.fleets[0].results.empty(); });
    QVERIFY(results > 0);
    disconnect(&platform, nullptr, this, nullptr);
}

void TestPlatform::countsMessagesAtBothEnds()
{
    auto wanted = options();
    wanted.shoppersPerSecond = 50;
    Platform platform(wanted, m_factory);
    std::vector<MessageSnapshot> seen;
    connect(&platform, &Platform::snapshotTaken, this, [&](const Snapshot &snapshot) {
        std::ranges::copy(snapshot.fleets[1].messages, std::back_inserter(seen));
    });
    QVERIFY(done(platform.start()).has_value());
    const auto isSeen = [&](MessageSnapshot::Way way, const QString &unit) {
        return std::ranges::any_of(seen, [&](const MessageSnapshot &one) {
            return one.way == way && one.unit.value == unit && one.topic.value == u"order.placed"
                && one.messages.perSecond > 0;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSeen(MessageSnapshot::Way::Published, u"orders"_s), 60'000);
    for (const auto &consumer : {u"cart"_s, u"shipping"_s, u"notifications"_s, u"recommendations"_s})
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(MessageSnapshot::Way::Consumed, consumer), 60'000);
    QVERIFY(!isSeen(MessageSnapshot::Way::Published, u"cart"_s));
    QVERIFY(!isSeen(MessageSnapshot::Way::Consumed, u"orders"_s));
    disconnect(&platform, nullptr, this, nullptr);
}

void TestPlatform::crashesAndRestarts()
{
    const auto platform = started(options());
    QVERIFY(done(platform->crash({microservices, {u"search"_s}, {}})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*platform, microservices, u"search-1"_s), InstanceState::Crashed,
                              20'000);
    QCOMPARE(stateOf(*platform, microservices, u"cart-1"_s), InstanceState::Healthy);
    QVERIFY(done(platform->restart({microservices, {u"search"_s}, {}})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*platform, microservices, u"search-1"_s), InstanceState::Healthy,
                              20'000);
    QVERIFY(done(platform->crash({microservices, {}, {u"search-1"_s}})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*platform, microservices, u"search-1"_s), InstanceState::Crashed,
                              20'000);
}

void TestPlatform::scales()
{
    const auto platform = started(options());
    QVERIFY(done(platform->scale({microservices, {u"catalogue"_s}, {}}, 3)).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*platform, microservices, u"catalogue-3"_s), InstanceState::Healthy,
                              20'000);
    QVERIFY(done(platform->scale({microservices, {u"catalogue"_s}, {}}, 1)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(*platform, microservices, u"catalogue-3"_s) != InstanceState::Healthy,
                             20'000);
}

void TestPlatform::setsPolicies()
{
    using namespace model::operation;
    const auto platform = started(options());
    const auto policies
        = [&](std::size_t fleet) { return done(platform->snapshot())->fleets.at(fleet).policies; };
    QVERIFY(policies(0) == usualPolicies());
    QStringList events;
    int asData = 0;
    QObject::connect(platform.get(), &Platform::snapshotTaken, platform.get(), [&](const Snapshot &snapshot) {
        for (const auto &event : snapshot.events) {
            const auto *told = std::get_if<PolicyEvent>(&event.what);
            if (told != nullptr) // others are of the shops' own accord
                events.append(event.fleet.value + u": "_s + event.words);
            asData += told != nullptr && words(told->change) == event.words ? 1 : 0;
        }
    });
    QVERIFY(done(platform->setPolicies(microservices, allPolicies())).has_value());
    QTRY_VERIFY(policies(1) == allPolicies());
    QVERIFY(policies(0) == usualPolicies());
    const CallChange change{{{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}}, {}};
    QVERIFY(done(platform->setPolicies({}, change)).has_value());
    const auto shapes = options().packagings;
    QTRY_VERIFY(policies(0) == changed(usualPolicies(), change, m_shop, shapes[0]));
    QTRY_VERIFY(policies(1) == changed(allPolicies(), change, m_shop, shapes[1]));
    QTRY_COMPARE(events,
                 (QStringList{u"microservices: all policies"_s,
                              u"monolith: no policies for orders -> payments POST /charges"_s,
                              u"microservices: no policies for orders -> payments POST /charges"_s}));
    QCOMPARE(asData, 3);
    QCOMPARE(done(platform->setPolicies({u"heap"_s}, change)).error().kind, Kind::NotFound);
}

void TestPlatform::injectsAndLiftsFaults()
{
    using model::operation::readFault;
    auto platform = started(options());
    QStringList events;
    QStringList values; // the same as data
    connect(platform.get(), &Platform::snapshotTaken, this, [&](const Snapshot &snapshot) {
        for (const auto &event : snapshot.events) {
            events.append(u"%1 %2"_s.arg(event.fleet.value, event.words));
            if (const auto *fault = std::get_if<FaultEvent>(&event.what))
                values.append(u"%1 %2 %3"_s.arg(event.fleet.value, fault->isLifted ? u"-"_s : u"+"_s,
                                                textOf(fault->fault)));
        }
    });
    const auto inForce = [&] {
        const auto snapshot = done(platform->snapshot());
        return snapshot->fleets[0].faults.size() + snapshot->fleets[1].faults.size();
    };
    const auto both = readFault(u"hang:payments"_s).value();
    const auto one = readFault(u"slow:cart@microservices,delay=20"_s).value();
    QVERIFY(done(platform->inject(both)).has_value());
    QVERIFY(done(platform->inject(both)).has_value());
    QVERIFY(done(platform->inject(one)).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(inForce(), 3u, 20'000);
    // Only the microservices have a second cart, and what does not fit one fleet is done to none.
    QVERIFY(done(platform->scale({microservices, {u"cart"_s}, {}}, 2)).has_value());
    const auto second = done(platform->inject(readFault(u"crash:cart#2"_s).value()));
    QCOMPARE(second.error().kind, Kind::NotFound);
    QCOMPARE(inForce(), 3u);

    QVERIFY(done(platform->lift(both)).has_value());
    QCOMPARE(done(platform->lift(both)).error().kind, Kind::NotFound);
    QVERIFY(done(platform->liftAll({})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(inForce(), 0u, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(events.filter(u"lifted"_s).size(), 3, 20'000);
    QCOMPARE(events.filter(u"injected"_s).size(), 3);
    QVERIFY(events.contains(u"monolith injected hang:payments: payments hangs"_s));
    QVERIFY(events.contains(u"microservices lifted slow:cart@microservices,delay=20"_s));
    values.sort();
    QCOMPARE(values,
             (QStringList{
                 u"microservices + hang:payments"_s, u"microservices + slow:cart@microservices,delay=20"_s,
                 u"microservices - hang:payments"_s, u"microservices - slow:cart@microservices,delay=20"_s,
                 u"monolith + hang:payments"_s, u"monolith - hang:payments"_s}));
}

void TestPlatform::sendsCrowds()
{
    using model::operation::readFault;
    auto wanted = options();
    wanted.shoppersPerSecond = 10;
    const auto platform = started(wanted);
    int attempts = 0;
    int repeats = 0;
    connect(platform.get(), &Platform::snapshotTaken, this, [&](const Snapshot &snapshot) {
        for (const auto &result : snapshot.fleets[1].results) {
            attempts += result.pending ? 0 : 1;
            repeats += result.repeats;
        }
    });
    QTRY_VERIFY_WITH_TIMEOUT(attempts > 5, 60'000);
    QCOMPARE(repeats, 0);
    // Nobody can say when ten times as many have come; but with whom everything fails, all come again.
    QVERIFY(done(platform->inject(readFault(u"traffic-spike,factor=10"_s).value())).has_value());
    QVERIFY(done(platform->inject(readFault(u"retry-storm,repeats=3"_s).value())).has_value());
    QVERIFY(done(platform->inject(readFault(u"errors:catalogue"_s).value())).has_value());
    const auto rate = [&] { return done(platform->snapshot())->fleets[1].attempts.perSecond; };
    QTRY_VERIFY_WITH_TIMEOUT(rate() > 50, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(repeats > 30, 60'000);
    QVERIFY(done(platform->liftAll({})).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(rate() > 0 && rate() < 30, 60'000);
}

void TestPlatform::sendsAPersonsRequest()
{
    const auto platform = started(options());
    EndpointCall call;
    call.fleet = microservices;
    call.capability = {u"catalogue"_s};
    call.request.target = "/products/p-0001";
    auto answer = done(platform->send(call));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->response.status, 200);
    const auto trace = answer->trace;
    QCOMPARE(answer->instance.value, u"catalogue-1"_s);
    QVERIFY(answer->duration > 0ns);
    QCOMPARE(QJsonDocument::fromJson(answer->response.body).object()[u"id"].toString(), u"p-0001"_s);

    // The same capability in the monolith, past its storefront.
    call.fleet = monolith;
    answer = done(platform->send(call));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->response.status, 200);

    call.request.target = "/products/none";
    QCOMPARE(done(platform->send(call))->response.status, 404);
    call.instance = {u"nobody-1"_s};
    QCOMPARE(done(platform->send(call)).error().kind, Kind::NotFound);

    // It is traced, from the person on, and the instance has noted it.
    using model::telemetry::SpanKind;
    std::vector<model::telemetry::Span> spans;
    QTRY_VERIFY((spans = done(platform->trace(microservices, trace)).value()).size() == 2);
    const bool isFirstOurs = spans[0].kind == SpanKind::Client;
    const auto &ours = spans[isFirstOurs ? 0 : 1];
    const auto &theirs = spans[isFirstOurs ? 1 : 0];
    QVERIFY(ours.parent == model::telemetry::SpanId{});
    QCOMPARE(ours.endpoint.operation, u"GET /products/p-0001"_s);
    QVERIFY(theirs.parent == ours.id);
    QVERIFY(theirs.duration <= ours.duration);
    const auto logs = done(platform->logs({microservices, {u"catalogue"_s}, trace, 0}));
    QVERIFY(logs.has_value());
    QCOMPARE(logs->lines.size(), 1u);
    QVERIFY(logs->lines[0].line.isTraced);
    QCOMPARE(logs->lines[0].line.endpoint.operation, u"GET /products/{id}"_s);
    QVERIFY(done(platform->logs({{u"nobody"_s}, {}, {}, 0})).error().kind == Kind::NotFound);
}

void TestPlatform::playsAScenario()
{
    using namespace model::operation;
    const auto platform = started(options());
    QSignalSpy begun(platform.get(), &Platform::actionBegun);
    Scenario scenario;
    scenario.id = u"short"_s;
    scenario.load = {40, 500ms};
    scenario.fleets = {model::packaging::microservices(m_shop)};
    const Target search{{u"search"_s}, 0, {}};
    scenario.actions = {Wait{1500ms}, Crash{search}, Wait{1500ms}, Restart{search}, WaitUntilHealthy{{}, 30s},
                        Wait{1500ms}};
    scenario.expectations = {{microservices, {u"browse"_s}, StateIs{Phase::During, JourneyState::Working}},
                             {monolith, {u"browse"_s}, StateIs{Phase::During, JourneyState::Down}}};
    const auto result = done(platform->play(scenario));
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->fleets.size(), 1u); // the scenario does not mention the other one
    QCOMPARE(result->verdicts.size(), 1u);
    QVERIFY2(result->passed(), qPrintable(result->verdicts[0].actual));
    QCOMPARE(begun.size(), 7);
    const auto &record = result->fleets[0].record;
    QCOMPARE(record.faults.size(), 1u);
    QVERIFY(record.faults[0].healedAt && record.faults[0].restartedAt);
    QVERIFY(record.results.size() > 50);
}

void TestPlatform::playsOneScenarioAtATime()
{
    const auto platform = started(options());
    model::operation::Scenario scenario;
    scenario.load = {1, 300ms};
    scenario.fleets = {model::packaging::monolith(m_shop)};
    scenario.actions = {model::operation::Wait{1s}};
    const auto first = platform->play(scenario);
    QCOMPARE(done(platform->play(scenario)).error().kind, Kind::Conflict);
    QVERIFY(done(first).has_value());
    QVERIFY(done(platform->play(scenario)).has_value());
}

void TestPlatform::readsTheBooksOfAllThatRuns()
{
    auto wanted = options();
    wanted.shoppersPerSecond = 30;
    const auto platform = started(wanted);
    services::platform::OrderBook orders;
    const auto someoneBuys = [&] {
        orders = done(platform->orders(microservices)).value_or(services::platform::OrderBook());
        return orders.confirmed > 0;
    };
    QVERIFY(QTest::qWaitFor(someoneBuys, 30'000));
    const auto id = std::ranges::find(orders.latest, services::shop::orders::State::Confirmed,
                                      &services::platform::OrderGlance::state)
                        ->id;
    const auto life = done(platform->life(microservices, id));
    QVERIFY2(life.has_value(), qPrintable(life ? QString() : life.error().message));
    QCOMPARE(life->written.order.id, id);
    QCOMPARE(life->written.log.size(), 5u);
    QCOMPARE(done(platform->life(monolith, id)).error().kind, Kind::NotFound);
    QCOMPARE(done(platform->orders({u"heap"_s})).error().kind, Kind::NotFound);
    QVERIFY(done(platform->setShoppersPerSecond(0)).has_value());
    QTest::qWait(500);
    const auto books = done(platform->readBooks());
    QVERIFY2(books.has_value(), qPrintable(books ? QString() : books.error().message));
    QCOMPARE(books->fleets.size(), 2u);
    QCOMPARE(books->fleets[1].fleet, microservices);
    QVERIFY(books->fleets[1].orders.confirmed > 0);
    QVERIFY(books->fleets[1].audit.unread.isEmpty());
    QVERIFY(books->took > 0ns);
}

void TestPlatform::looksIntoQueues()
{
    auto wanted = options();
    wanted.shoppersPerSecond = 30;
    const auto platform = started(wanted);
    QVERIFY(done(platform->crash({microservices, {u"shipping"_s}, {}})).has_value());
    const services::broker::Peek shipping{{u"shipping"_s}};
    std::vector<services::broker::PeekedMessage> messages;
    const auto somethingWaits = [&] {
        messages = done(platform->peek(microservices, shipping))
                       .value_or(std::vector<services::broker::PeekedMessage>());
        return !messages.empty();
    };
    QVERIFY(QTest::qWaitFor(somethingWaits, 30'000));
    QCOMPARE(messages.front().event.topic.value, u"order.placed"_s);
    QVERIFY(messages.front().event.payload.startsWith('{'));
    QCOMPARE(done(platform->replay(microservices, shipping.group, {})).error().kind, Kind::NotFound);
    QCOMPARE(done(platform->redeliver(microservices, shipping.group, messages.front().number)).error().kind,
             Kind::NotFound); // it waits for its turn
    QCOMPARE(done(platform->peek({u"heap"_s}, shipping)).error().kind, Kind::NotFound);
}

void TestPlatform::tellsThatBooksCannotBeRead()
{
    auto wanted = options();
    wanted.audit.patience = 300ms;
    const auto platform = started(wanted);
    QVERIFY(QFile::remove(m_folder->filePath(u"data/microservices/payments.db"_s)));
    model::operation::Scenario scenario;
    scenario.load = {5, 300ms};
    scenario.fleets = wanted.packagings;
    scenario.actions = {model::operation::Wait{500ms}};
    const auto result = done(platform->play(scenario));
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    QVERIFY(!result->passed());
    QCOMPARE(result->audit->unread.size(), 1); // those of the monolith can be read
    QVERIFY(result->audit->unread.first().contains(u"payments.db"_s));
    QVERIFY(result->audit->waited >= 300ms);
    QCOMPARE(result->fleets.size(), 2u);
}

// A check-out was under way when the orders crashed for good.
void TestPlatform::tellsThatOrdersAreNotSettled()
{
    auto wanted = options();
    wanted.packagings = {model::packaging::microservices(m_shop)};
    wanted.audit.patience = 300ms;
    const auto platform = started(wanted);
    QVERIFY(done(platform->crash({microservices, {u"orders"_s}, {}})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*platform, microservices, u"orders-1"_s), InstanceState::Crashed,
                              20'000);
    const auto book
        = services::storage::Database::open(m_folder->filePath(u"data/microservices/orders.db"_s));
    QVERIFY(book.has_value());
    QVERIFY(
        (*book)
            ->executeScript(u"INSERT INTO orders (id, account, email, name, idempotency_key, attempt, state,"
                            " total, currency, lines, placed_at, trace, worker, held_until) VALUES"
                            " ('o-1', 'a', 'e', 'n', 'k', 1, 'charged', 1, 'EUR', '[]', 0, '', 'w', 0)"_s)
            .has_value());
    model::operation::Scenario scenario;
    scenario.load = {1, 100ms};
    scenario.fleets = wanted.packagings;
    scenario.actions = {model::operation::Wait{100ms}};
    const auto result = done(platform->play(scenario));
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->audit->inFlight, 1);
    QVERIFY(!result->passed());
}

void TestPlatform::refusesWhatIsNotThere()
{
    const auto platform = started(options());
    QCOMPARE(done(platform->crash({{u"heap"_s}, {u"cart"_s}, {}})).error().kind, Kind::NotFound);
    QCOMPARE(done(platform->crash({monolith, {u"cart"_s}, {}})).error().kind, Kind::NotFound);
    QCOMPARE(done(platform->restart({monolith, {}, {u"shop-9"_s}})).error().kind, Kind::NotFound);
    QCOMPARE(done(platform->scale({monolith, {u"cart"_s}, {}}, 2)).error().kind, Kind::NotFound);
    auto system = m_shop;
    system.components = u"magic"_s;
    QCOMPARE(componentsOf(system).error().kind, Kind::InvalidInput);
}

void TestPlatform::refusesAFolderThatCannotBeMade()
{
    QFile file(m_folder->filePath(u"data"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Platform platform(options(), m_factory);
    const auto outcome = done(platform.start());
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, Kind::ReadOnly);
    QVERIFY(outcome.error().message.contains(file.fileName()));
}

void TestPlatform::endsInTheMiddleOfEverything()
{
    auto wanted = options();
    wanted.shoppersPerSecond = 50;
    wanted.fleets.serviceTimeScale = 1;
    wanted.fleets.bootTimeScale = 1;
    for (int commands = 0; commands < 5; ++commands) {
        auto platform = std::make_unique<Platform>(wanted, m_factory);
        const auto starting = platform->start();
        std::vector<QFuture<model::result::Result<void>>> futures{starting};
        if (commands > 0) {
            QVERIFY(done(starting).has_value());
            futures.push_back(platform->scale({microservices, {u"cart"_s}, {}}, 2));
        }
        if (commands > 1)
            futures.push_back(platform->crash({monolith, {u"shop"_s}, {}}));
        const auto costs
            = commands > 2 ? platform->measureCosts() : QFuture<Result<model::analysis::MachineCosts>>();
        if (commands > 3)
            futures.push_back(platform->stop());
        platform.reset();
        for (const auto &future : futures)
            QVERIFY(future.isFinished()); // answered or cancelled, never forgotten
        QVERIFY(costs.isFinished());
    }
}

void TestPlatform::keepsItsDataFromRunToRun()
{
    EndpointCall call;
    call.fleet = monolith;
    call.capability = {u"accounts"_s};
    call.request.method = "POST";
    call.request.target = "/accounts";
    call.request.headers.set("Content-Type", "application/json");
    call.request.body = R"({"email": "ada@example.test", "password": "long enough 1", "name": "Ada"})";
    for (const int expected : {201, 409}) { // known in the second run
        const auto platform = started(options());
        const auto answer = done(platform->send(call));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->response.status, expected);
        QVERIFY(done(platform->stop()).has_value());
    }
}

QTEST_GUILESS_MAIN(TestPlatform)
#include "tst_platform.moc"
