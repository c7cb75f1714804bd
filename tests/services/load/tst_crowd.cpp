// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakedoor.h"

#include <services/load/crowd.h>

#include <QTest>

#include <tests/support/faketimers.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::load;
using model::result::Kind;
using model::system::Given;
using model::system::Journey;
using model::system::Step;
using tests::load::FakeDoor;
using tests::load::Request;

// Many shoppers on a test's clock.
class TestCrowd : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void logsCustomersInBeforeTheyShop();
    void keepsTryingToLogIn();
    void isReadyAtOnceWithoutSessions();
    void playsAsManyAttemptsAsArrive();
    void saysWhoComesForAFault();
    void saysWhoComesAgainForAFault();
    void countsLatencyFromTheIntendedStart();
    void arrivalsDoNotWaitForAnswers();
    void dropsAndCountsWhatIsTooMuch();
    void tellsWhoCouldNotEvenTry();
    void reportsLateAttemptsTwice();
    void isQuietWhenNobodyIsUnderWayOrToCome();
    void endsAttemptsThatHang();
    void logsInAgainAfterARefusedSession();
    void theSameSeedPlaysTheSameJourneys();
    void tracesSomeOfEachJourneyAndAllThatFails();
    void tellsWhatAFaultHasTouched();

private:
    Crowd &crowd(Crowd::Options options = {});
    Journey browse() const;
    Journey logIn() const;

    std::unique_ptr<tests::support::FakeClock> m_clock;
    std::unique_ptr<tests::support::FakeTimers> m_timers;
    std::unique_ptr<services::waiting::WaitScope> m_scope;
    std::unique_ptr<FakeDoor> m_door;
    model::system::System m_system;
    std::unique_ptr<Crowd> m_crowd;
};

void TestCrowd::init()
{
    m_clock = std::make_unique<tests::support::FakeClock>();
    m_timers = std::make_unique<tests::support::FakeTimers>(*m_clock);
    m_scope = std::make_unique<services::waiting::WaitScope>();
    m_door = std::make_unique<FakeDoor>(*m_scope, *m_timers);
    m_system = {};
    m_system.journeys = {browse()};
}

void TestCrowd::cleanup()
{
    m_scope->cancel();
    QVERIFY(m_scope->isIdle());
    m_crowd.reset();
    QCOMPARE(m_timers->planned(), 0u);
}

Crowd &TestCrowd::crowd(Crowd::Options options)
{
    m_crowd = std::make_unique<Crowd>(m_system, JourneyRunner::Surroundings{*m_door, *m_scope, *m_timers},
                                      options);
    m_crowd->open();
    return *m_crowd;
}

Journey TestCrowd::browse() const
{
    Journey journey;
    journey.id = {u"browse"_s};
    Step step;
    step.endpoint = {{u"storefront"_s}, u"GET /api/products"_s};
    journey.steps = {step};
    return journey;
}

Journey TestCrowd::logIn() const
{
    Journey journey;
    journey.id = {u"log-in"_s};
    journey.weight = 0;
    journey.given = Given::Shopper;
    Step step;
    step.endpoint = {{u"storefront"_s}, u"POST /api/sessions"_s};
    step.captures = {{u"session"_s, u"/token"_s}};
    journey.steps = {step};
    return journey;
}

void TestCrowd::logsCustomersInBeforeTheyShop()
{
    m_system.journeys.push_back(logIn());
    m_door->answer = [](const auto &) { return FakeDoor::ok(R"({"token":"t"})"); };
    Crowd::Options options;
    options.population.customers = 20;
    options.population.loggedInAtStart = 12;
    auto &shoppers = crowd(options);
    QVERIFY(!shoppers.isReady());
    m_timers->advance(100ms);
    QVERIFY(shoppers.isReady());
    QVERIFY(m_door->asked.size() >= 12 && m_door->asked.size() < 40);
    QVERIFY(shoppers.drain().results.empty()); // these are no attempts
}

void TestCrowd::keepsTryingToLogIn()
{
    m_system.journeys.push_back(logIn());
    m_door->answer = [](const auto &) { return FakeDoor::nobodyThere(); };
    auto &shoppers = crowd();
    m_timers->advance(2s);
    QVERIFY(!shoppers.isReady());
    QVERIFY(m_door->asked.size() < 50); // without hurry
    m_door->answer = [](const auto &) { return FakeDoor::ok(R"({"token":"t"})"); };
    m_timers->advance(2s);
    QVERIFY(shoppers.isReady());
}

void TestCrowd::isReadyAtOnceWithoutSessions()
{
    QVERIFY(crowd().isReady());
}

void TestCrowd::playsAsManyAttemptsAsArrive()
{
    auto &shoppers = crowd();
    shoppers.setShoppersPerSecond(100);
    m_timers->advance(10s);
    shoppers.setShoppersPerSecond(0);
    m_timers->advance(1s);
    const auto batch = shoppers.drain();
    // 1000 arrivals on average; 5 standard deviations either way.
    QVERIFY(batch.results.size() > 840 && batch.results.size() < 1160);
    QCOMPARE(batch.results.size(), m_door->asked.size());
    QCOMPARE(batch.underWay, 0);
    for (const auto &result : batch.results) {
        QCOMPARE(result.outcome, Outcome::Ok);
        QVERIFY(!result.late);
        QCOMPARE(result.duration, 1ms);
    }
    QVERIFY(shoppers.drain().results.empty());
}

// Of 300 a second, two thirds come for the spike alone.
void TestCrowd::saysWhoComesForAFault()
{
    auto &shoppers = crowd();
    shoppers.setShoppersPerSecond(100);
    shoppers.setRush(200, "traffic-spike");
    m_timers->advance(10s);
    QVERIFY(!shoppers.drain().isQuiet);
    const auto spiked = m_door->causesToAsk.count("traffic-spike");
    const auto others = m_door->causesToAsk.count(QByteArray());
    QVERIFY(others > 840 && others < 1160);
    QVERIFY(spiked > 1770 && spiked < 2230);
    QCOMPARE(spiked + others, m_door->causesToAsk.size());

    shoppers.setRush(0, {});
    m_door->causesToAsk.clear();
    m_timers->advance(1s);
    QVERIFY(m_door->causesToAsk.count("traffic-spike") == 0 && !m_door->causesToAsk.isEmpty());
}

void TestCrowd::saysWhoComesAgainForAFault()
{
    auto &shoppers = crowd();
    m_door->answer = [](const auto &) { return FakeDoor::problem(Kind::Unavailable, 503); };
    shoppers.setRepeats(2, "retry-storm");
    shoppers.setShoppersPerSecond(100);
    m_timers->advance(1s);
    shoppers.setShoppersPerSecond(0);
    m_timers->advance(1s);
    const auto first = m_door->causesToAsk.count(QByteArray());
    QVERIFY(first > 50);
    QCOMPARE(m_door->causesToAsk.count("retry-storm"), 2 * first);
    m_door->causesToAsk.clear();
    shoppers.setRush(100, "traffic-spike");
    m_timers->advance(1s);
    QVERIFY(m_door->causesToAsk.contains("traffic-spike"));
    QVERIFY(m_door->causesToAsk.contains("traffic-spike,retry-storm"));
}

void TestCrowd::countsLatencyFromTheIntendedStart()
{
    auto &shoppers = crowd();
    shoppers.setShoppersPerSecond(100);
    // The thread was busy for a second: who came meanwhile has waited since.
    m_clock->advance(1s);
    m_timers->advance(1ms);
    const auto batch = shoppers.drain();
    QVERIFY(batch.results.size() > 50);
    QVERIFY(batch.results.front().duration > 900ms);
    QCOMPARE(batch.arrivals, static_cast<int>(batch.results.size()));
    QVERIFY(batch.lateArrivals > 40); // all but those of the last 100 ms
    QVERIFY(batch.lateArrivals < batch.arrivals);
    for (const auto &result : batch.results)
        QCOMPARE(result.end(), m_timers->now());
    m_timers->advance(1s);
    QCOMPARE(shoppers.drain().lateArrivals, 0);
}

void TestCrowd::arrivalsDoNotWaitForAnswers()
{
    m_door->takes = 1h;
    auto &shoppers = crowd();
    shoppers.setShoppersPerSecond(100);
    m_timers->advance(1s);
    const auto batch = shoppers.drain();
    QVERIFY(batch.underWay > 50);
    QVERIFY(batch.results.empty());
}

void TestCrowd::dropsAndCountsWhatIsTooMuch()
{
    m_door->takes = 1h;
    Crowd::Options options;
    options.mostUnderWay = 10;
    auto &shoppers = crowd(options);
    shoppers.setShoppersPerSecond(100);
    m_timers->advance(1s);
    const auto batch = shoppers.drain();
    QCOMPARE(batch.underWay, 10);
    QVERIFY(batch.results.size() > 40);
    for (const auto &result : batch.results) {
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.failure, Kind::Overloaded);
        QVERIFY(!result.started);
    }
}

void TestCrowd::tellsWhoCouldNotEvenTry()
{
    m_system.journeys[0].given = Given::FilledCart;
    auto &shoppers = crowd();
    shoppers.setShoppersPerSecond(100);
    m_timers->advance(1s);
    const auto batch = shoppers.drain();
    QVERIFY(batch.withoutShopper > 50);
    QVERIFY(batch.results.empty());
    QCOMPARE(shoppers.drain().withoutShopper, 0);
}

void TestCrowd::reportsLateAttemptsTwice()
{
    m_system.journeys[0].steps[0].until = model::system::Until{u"/items"_s, 2s, 15s};
    const auto begin = m_timers->now();
    m_door->answer = [this, begin](const auto &) {
        return FakeDoor::ok(m_timers->now() - begin < 8s ? R"({"items":[]})" : R"({"items":[1]})");
    };
    auto &shoppers = crowd();
    shoppers.setShoppersPerSecond(100);
    m_timers->advance(50ms);
    shoppers.setShoppersPerSecond(0);
    m_timers->advance(4s);
    const auto meanwhile = shoppers.drain().results;
    QVERIFY(!meanwhile.empty());
    for (const auto &result : meanwhile) {
        QVERIFY(result.pending && result.late);
        QCOMPARE(result.outcome, Outcome::Degraded);
    }
    m_timers->advance(6s);
    const auto final = shoppers.drain().results;
    QCOMPARE(final.size(), meanwhile.size());
    for (std::size_t index = 0; index < final.size(); ++index) {
        QVERIFY(!final[index].pending && final[index].late);
        QCOMPARE(final[index].outcome, Outcome::Degraded);
        QVERIFY(final[index].duration > 7s);
    }
}

void TestCrowd::isQuietWhenNobodyIsUnderWayOrToCome()
{
    m_door->takes = 1s;
    auto &shoppers = crowd();
    QVERIFY(shoppers.drain().isQuiet);
    shoppers.setShoppersPerSecond(100);
    QVERIFY(!shoppers.drain().isQuiet); // though nobody has come yet
    m_timers->advance(500ms);
    shoppers.setShoppersPerSecond(0);
    QVERIFY(!shoppers.drain().isQuiet);
    m_timers->advance(1s);
    QVERIFY(shoppers.drain().isQuiet);
}

void TestCrowd::endsAttemptsThatHang()
{
    m_door->takes = 3s;
    auto &shoppers = crowd();
    shoppers.setShoppersPerSecond(100);
    m_timers->advance(1s);
    shoppers.setShoppersPerSecond(0);
    const auto underWay = static_cast<std::size_t>(shoppers.drain().underWay);
    QVERIFY(underWay > 50);
    m_timers->advance(1s);
    shoppers.endAttempts();
    const auto batch = shoppers.drain();
    QVERIFY(batch.isQuiet);
    QCOMPARE(batch.results.size(), underWay);
    for (const auto &result : batch.results) {
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.failure, Kind::TimedOut);
        QCOMPARE(result.end(), m_timers->now());
    }
    m_timers->advance(10s);
    QVERIFY(shoppers.drain().results.empty()); // what comes then is told to nobody
}

void TestCrowd::logsInAgainAfterARefusedSession()
{
    m_system.journeys = {browse(), logIn()};
    m_system.journeys[0].given = Given::Session;
    m_system.journeys[0].steps[0].authorised = true;
    int logins = 0;
    bool refuse = true;
    m_door->answer = [&](const Request &request) {
        if (request.endpoint.operation.startsWith(u"POST")) {
            ++logins;
            return FakeDoor::ok(R"({"token":"t"})");
        }
        return refuse ? FakeDoor::problem(Kind::Unauthenticated, 401) : FakeDoor::ok();
    };
    Crowd::Options options;
    options.population.customers = 1;
    auto &shoppers = crowd(options);
    m_timers->advance(300ms);
    const int before = logins;
    shoppers.setShoppersPerSecond(10);
    m_timers->advance(3s);
    QVERIFY(logins > before);
    refuse = false;
    m_timers->advance(1s);
    shoppers.drain();
    m_timers->advance(2s);
    for (const auto &result : shoppers.drain().results)
        QCOMPARE(result.outcome, Outcome::Ok);
}

void TestCrowd::tellsWhatAFaultHasTouched()
{
    Crowd::Options options;
    options.tracesPerSecond = 0;
    auto &shoppers = crowd(options);
    shoppers.setShoppersPerSecond(100);
    m_timers->advance(1s);
    QVERIFY(shoppers.drain().spans.empty());
    m_door->answer = [this](const auto &) { // another instance than the first one has answered
        auto answer = FakeDoor::ok();
        answer.remarks.push_back({m_timers->now(), u"storefront has crashed"_s, u"crash"_s});
        return answer;
    };
    m_timers->advance(1s);
    const auto batch = shoppers.drain();
    QVERIFY(std::ranges::all_of(batch.results, [](const auto &one) { return one.succeeded(); }));
    const auto marked = std::ranges::count_if(batch.spans, [](const model::telemetry::Span &span) {
        return !span.annotations.empty() && span.annotations.front().fault == u"crash";
    });
    QVERIFY(marked > 50);
}

void TestCrowd::tracesSomeOfEachJourneyAndAllThatFails()
{
    using model::telemetry::SpanKind;
    auto &shoppers = crowd();
    shoppers.setShoppersPerSecond(100);
    m_timers->advance(10s);
    auto batch = shoppers.drain();
    QVERIFY(batch.results.size() > 800);
    QCOMPARE(std::ranges::count(batch.spans, SpanKind::Journey, &model::telemetry::Span::kind), 5);
    const auto &attempt = batch.spans[0];
    const auto &request = batch.spans[1];
    QVERIFY(attempt.sampled && request.sampled);
    QCOMPARE(attempt.endpoint.operation, u"browse"_s);
    QVERIFY(attempt.trace == batch.results.front().trace && request.parent == attempt.id);
    QVERIFY(attempt.start <= request.start); // from the intended start
    QCOMPARE(m_door->asked.front().context.trace.toTraceparent(),
             (model::telemetry::TraceContext{request.trace, request.id, true}.toTraceparent()));
    m_door->answer = [](const auto &) { return FakeDoor::problem(Kind::Internal, 500); };
    m_timers->advance(1s);
    batch = shoppers.drain();
    const auto failed
        = std::ranges::count_if(batch.results, [](const auto &one) { return !one.succeeded(); });
    QVERIFY(failed > 50);
    QCOMPARE(std::ranges::count_if(
                 batch.spans,
                 [](const auto &span) { return span.kind == SpanKind::Journey && span.failure.has_value(); }),
             failed);
}

void TestCrowd::theSameSeedPlaysTheSameJourneys()
{
    m_system.journeys.push_back(browse());
    m_system.journeys[1].id = {u"search"_s};
    const auto played = [this](quint64 seed) {
        Crowd::Options options;
        options.seed = seed;
        auto &shoppers = crowd(options);
        shoppers.setShoppersPerSecond(100);
        m_timers->advance(1s);
        QStringList journeys;
        for (const auto &result : shoppers.drain().results)
            journeys.append(result.journey.value);
        shoppers.setShoppersPerSecond(0);
        m_timers->advance(1s);
        return journeys;
    };
    const auto first = played(1);
    QCOMPARE(played(1), first);
    QVERIFY(played(2) != first);
}

QTEST_GUILESS_MAIN(TestCrowd)
#include "tst_crowd.moc"
