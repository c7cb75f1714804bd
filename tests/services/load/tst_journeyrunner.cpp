// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakedoor.h"

#include <services/load/journeyrunner.h>

#include <QTest>

#include <tests/support/faketimers.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::load;
using model::result::Kind;
using model::system::Journey;
using model::system::Step;
using tests::load::FakeDoor;
using tests::load::Request;

namespace {

Step step(const QString &operation)
{
    Step step;
    step.endpoint = {{u"storefront"_s}, operation};
    return step;
}

} // namespace

// The steps of a journey, against a door that does what the test says.
class TestJourneyRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void playsTheStepsInOrder();
    void sendsTheSessionWhereAuthorised();
    void sendsTheKeyWhereRepeatsAreSafe();
    void usesASessionThatItHasJustGot();
    void failsOnAnotherStatus();
    void failsWhenWhatItCapturesIsMissing();
    void failsOnAnUnknownVariable();
    void isDegradedByAFallback();
    void waitsForWhatComesLater();
    void isLateAndSaysSoMeanwhile();
    void isLostInTheEnd();
    void toleratesProblemsWhileItWaits();
    void failsAtOnceWhenNobodyIsThere();
    void endsWithItsScope();
    void tellsHowLongAJourneyMayTake();

private:
    Walk walk(const Journey &journey, std::chrono::nanoseconds limit = 1min);
    Journey receipt() const;

    std::unique_ptr<tests::support::FakeClock> m_clock;
    std::unique_ptr<tests::support::FakeTimers> m_timers;
    std::unique_ptr<services::waiting::WaitScope> m_scope;
    std::unique_ptr<FakeDoor> m_door;
    model::system::System m_system;
    std::unique_ptr<JourneyRunner> m_runner;
    int m_toldLate = 0;
    std::chrono::nanoseconds m_took{0};
};

namespace {

QCoro::Task<> keep(QCoro::Task<Walk> task, std::shared_ptr<std::optional<Walk>> walk)
{
    *walk = co_await task;
}

} // namespace

void TestJourneyRunner::init()
{
    m_clock = std::make_unique<tests::support::FakeClock>();
    m_timers = std::make_unique<tests::support::FakeTimers>(*m_clock);
    m_scope = std::make_unique<services::waiting::WaitScope>();
    m_door = std::make_unique<FakeDoor>(*m_scope, *m_timers);
    m_runner = std::make_unique<JourneyRunner>(
        m_system, JourneyRunner::Surroundings{*m_door, *m_scope, *m_timers}, JourneyRunner::Options());
    m_toldLate = 0;
}

void TestJourneyRunner::cleanup()
{
    m_scope->cancel();
    QVERIFY(m_scope->isIdle());
}

Walk TestJourneyRunner::walk(const Journey &journey, std::chrono::nanoseconds limit)
{
    Visit visit;
    visit.variables = {{u"word"_s, u"lamp"_s}, {u"key"_s, u"k-1"_s}};
    visit.session = "token";
    auto ended = std::make_shared<std::optional<Walk>>();
    m_scope->spawn(keep(m_runner->walk(&journey, visit, [this] { ++m_toldLate; }), ended));
    const auto begin = m_timers->now();
    while (!ended->has_value() && m_timers->now() < begin + limit)
        m_timers->advance(1ms);
    m_took = m_timers->now() - begin;
    if (!ended->has_value())
        m_scope->cancel();
    return **ended;
}

Journey TestJourneyRunner::receipt() const
{
    Journey journey;
    journey.steps.push_back(step(u"GET /api/messages"_s));
    journey.steps[0].until = model::system::Until{u"/items"_s, 2s, 15s};
    return journey;
}

void TestJourneyRunner::playsTheStepsInOrder()
{
    Journey journey;
    journey.steps = {step(u"GET /api/products"_s), step(u"GET /api/products/{id}"_s)};
    journey.steps[0].query = {{u"q"_s, u"{word}"_s}};
    journey.steps[0].captures = {{u"shown"_s, u"/items/0/id"_s}};
    journey.steps[1].path = {{u"id"_s, u"{shown}"_s}};
    m_door->answer = [](const auto &) { return FakeDoor::ok(R"({"items":[{"id":"p-9"}]})"); };
    const auto done = walk(journey);
    QCOMPARE(done.outcome, Outcome::Ok);
    QCOMPARE(m_door->asked.size(), 2u);
    QCOMPARE(m_door->asked[0].query.value(u"q"_s), u"lamp"_s);
    QCOMPARE(m_door->asked[1].path.value(u"id"_s), u"p-9"_s);
    QCOMPARE(done.variables.value(u"shown"_s), u"p-9"_s);
    QVERIFY(m_door->asked[0].context.trace.trace == done.trace);
    QCOMPARE(m_took, 2ms);
}

void TestJourneyRunner::sendsTheSessionWhereAuthorised()
{
    Journey journey;
    journey.steps = {step(u"GET /api/products"_s), step(u"GET /api/cart"_s)};
    journey.steps[1].authorised = true;
    walk(journey);
    QVERIFY(m_door->asked[0].context.session.isEmpty());
    QCOMPARE(m_door->asked[1].context.session, QByteArray("token"));
}

void TestJourneyRunner::sendsTheKeyWhereRepeatsAreSafe()
{
    model::system::Capability storefront;
    storefront.id = {u"storefront"_s};
    for (const auto &[operation, idempotent] :
         {std::pair(u"POST /api/orders"_s, true), std::pair(u"POST /api/accounts"_s, false)}) {
        model::system::Endpoint endpoint;
        endpoint.id = {storefront.id, operation};
        endpoint.idempotent = idempotent;
        storefront.endpoints.push_back(endpoint);
    }
    m_system.capabilities = {storefront};
    Journey journey;
    journey.steps = {step(u"POST /api/orders"_s), step(u"POST /api/accounts"_s)};
    walk(journey);
    QCOMPARE(m_door->asked[0].context.idempotencyKey, QByteArray("k-1"));
    QVERIFY(m_door->asked[1].context.idempotencyKey.isEmpty());
}

void TestJourneyRunner::usesASessionThatItHasJustGot()
{
    Journey journey;
    journey.steps = {step(u"POST /api/sessions"_s), step(u"GET /api/cart"_s)};
    journey.steps[0].captures = {{u"session"_s, u"/token"_s}};
    journey.steps[1].authorised = true;
    m_door->answer = [](const auto &) { return FakeDoor::ok(R"({"token":"fresh"})"); };
    QCOMPARE(walk(journey).outcome, Outcome::Ok);
    QCOMPARE(m_door->asked[1].context.session, QByteArray("fresh"));
}

void TestJourneyRunner::failsOnAnotherStatus()
{
    Journey journey;
    journey.steps = {step(u"POST /api/orders"_s), step(u"GET /api/cart"_s)};
    journey.steps[0].expectedStatus = 201;
    auto done = walk(journey);
    QCOMPARE(done.outcome, Outcome::Failed);
    QCOMPARE(done.failure, Kind::Internal);
    QCOMPARE(done.message, u"POST /api/orders: answered 200"_s);
    QCOMPARE(m_door->asked.size(), 1u); // and goes no further

    m_door->answer = [](const auto &) { return FakeDoor::problem(Kind::Unauthenticated, 401); };
    done = walk(journey);
    QCOMPARE(done.failure, Kind::Unauthenticated);
    QVERIFY(done.sessionRefused);
}

void TestJourneyRunner::failsWhenWhatItCapturesIsMissing()
{
    Journey journey;
    journey.steps = {step(u"GET /api/products"_s)};
    journey.steps[0].captures = {{u"shown"_s, u"/items/0/id"_s}};
    m_door->answer = [](const auto &) { return FakeDoor::ok(R"({"items":[]})"); };
    const auto done = walk(journey);
    QCOMPARE(done.outcome, Outcome::Failed);
    QVERIFY(done.message.contains(u"/items/0/id"_s));
}

void TestJourneyRunner::failsOnAnUnknownVariable()
{
    Journey journey;
    journey.steps = {step(u"GET /api/search"_s)};
    journey.steps[0].query = {{u"q"_s, u"{nobody}"_s}};
    QCOMPARE(walk(journey).failure, Kind::InvalidInput);
    QVERIFY(m_door->asked.empty());
}

void TestJourneyRunner::isDegradedByAFallback()
{
    Journey journey;
    journey.steps = {step(u"GET /api/recommendations"_s), step(u"GET /api/products"_s)};
    m_door->answer = [](const Request &request) {
        auto answer = FakeDoor::ok();
        if (request.endpoint.operation == u"GET /api/recommendations")
            answer.degraded = u"best sellers"_s;
        return answer;
    };
    const auto done = walk(journey);
    QCOMPARE(done.outcome, Outcome::Degraded);
    QCOMPARE(done.message, u"GET /api/recommendations: best sellers"_s);
    QCOMPARE(m_door->asked.size(), 2u);
}

void TestJourneyRunner::waitsForWhatComesLater()
{
    m_door->answer = [this](const auto &) {
        return FakeDoor::ok(m_door->asked.size() < 4 ? R"({"items":[]})" : R"({"items":[1]})");
    };
    QCOMPARE(walk(receipt()).outcome, Outcome::Ok);
    QCOMPARE(m_door->asked.size(), 4u);
    QCOMPARE(m_toldLate, 0);
}

void TestJourneyRunner::isLateAndSaysSoMeanwhile()
{
    const auto begin = m_timers->now();
    m_door->answer = [this, begin](const auto &) {
        return FakeDoor::ok(m_timers->now() - begin < 5s ? R"({"items":[]})" : R"({"items":[1]})");
    };
    const auto done = walk(receipt());
    QCOMPARE(done.outcome, Outcome::Degraded);
    QCOMPARE(done.message, u"GET /api/messages: late"_s);
    QCOMPARE(m_toldLate, 1);
    QVERIFY(m_took >= 5s && m_took < 5300ms);
}

void TestJourneyRunner::isLostInTheEnd()
{
    m_door->answer = [](const auto &) { return FakeDoor::ok(R"({"items":[]})"); };
    const auto done = walk(receipt());
    QCOMPARE(done.outcome, Outcome::Failed);
    QCOMPARE(done.failure, Kind::TimedOut);
    QVERIFY(m_took >= 15s && m_took < 15300ms);
    QCOMPARE(m_toldLate, 1);
}

void TestJourneyRunner::toleratesProblemsWhileItWaits()
{
    m_door->answer = [this](const auto &) {
        return m_door->asked.size() < 3 ? FakeDoor::problem(Kind::Unavailable, 503)
                                        : FakeDoor::ok(R"({"items":[1]})");
    };
    QCOMPARE(walk(receipt()).outcome, Outcome::Ok);
    // A problem that no waiting solves ends it.
    m_door->answer = [](const auto &) { return FakeDoor::problem(Kind::Forbidden, 403); };
    const auto asked = m_door->asked.size();
    QCOMPARE(walk(receipt()).failure, Kind::Forbidden);
    QCOMPARE(m_door->asked.size(), asked + 1);
}

void TestJourneyRunner::failsAtOnceWhenNobodyIsThere()
{
    m_door->answer = [](const auto &) { return FakeDoor::nobodyThere(); };
    const auto done = walk(receipt());
    QCOMPARE(done.outcome, Outcome::Failed);
    QCOMPARE(done.failure, Kind::Refused);
    QCOMPARE(m_took, 1ms);
}

void TestJourneyRunner::endsWithItsScope()
{
    m_door->takes = 1h;
    const auto done = walk(receipt(), 3s);
    QCOMPARE(done.outcome, Outcome::Failed);
    QCOMPARE(done.failure, Kind::Cancelled);
}

void TestJourneyRunner::tellsHowLongAJourneyMayTake()
{
    model::system::System system;
    const JourneyRunner::Options options{.patience = 5s, .pollEvery = 100ms};
    QCOMPARE(JourneyRunner::longest(system, options), 0ms);
    system.journeys.resize(2);
    system.journeys[0].steps.resize(3);
    QCOMPARE(JourneyRunner::longest(system, options), 15s);
    system.journeys[1].steps.resize(1);
    system.journeys[1].steps[0].until = model::system::Until{u"/items"_s, 2s, 15s};
    QCOMPARE(JourneyRunner::longest(system, options), 20'100ms);
}

QTEST_GUILESS_MAIN(TestJourneyRunner)
#include "tst_journeyrunner.moc"
