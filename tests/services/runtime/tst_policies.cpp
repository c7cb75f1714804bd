// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultplay.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace toy;
using model::operation::CallPolicies;
using model::operation::Fallback;
using model::operation::noPolicies;
using model::operation::PolicyBook;
using model::operation::RetryOn;
using model::operation::usualPolicies;
using model::telemetry::DecisionKind;

namespace {

const QString refusing = u"GET /refusing"_s; // front answers it alone: "As if ..."
const QString ask = u"GET /ask/{id}"_s; // front asks back

// Two services that call over HTTP: front admits few requests at once, and back suffers.
struct Stage : Play
{
    explicit Stage(const PolicyBook &policies, int backs = 1)
        : Play(microservices(backs), with(policies))
    {
    }
    static Change with(const PolicyBook &policies)
    {
        return [policies](services::runtime::FleetPlan &plan) {
            plan.options.policies = policies;
            plan.options.healthInterval = 60s; // what callers find out is their own doing
            plan.options.healthTimeout = 10s;
            plan.system.capabilities[0].inFlightLimit = 20;
        };
    }
    void askManyTimes(int times)
    {
        for (int i = 0; i < times; ++i)
            asked.emplace_back(*customer, front, ask, u"1"_s);
    }
    std::size_t answered() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(asked, &Asked::isAnswered));
    }
    int failuresOf(int times)
    {
        int failures = 0;
        for (int i = 0; i < times; ++i)
            failures += customer->askFront(u"1"_s) ? 0 : 1;
        return failures;
    }
    // By one instance of back, or by all of them.
    quint64 served(const QString &instance = {}) const
    {
        quint64 sum = 0;
        for (const auto &report : reports) {
            if (report.unit.value == u"back" && (instance.isEmpty() || report.instance.value == instance))
                sum += report.telemetry.served.value({back, u"GET /answer/{id}"_s}).requests;
        }
        return sum;
    }
    QStringList decisions(DecisionKind kind) const
    {
        QStringList words;
        for (const auto &report : reports) {
            for (const auto &decision : report.telemetry.decisions) {
                if (decision.kind == kind)
                    words.append(decision.words);
            }
        }
        return words;
    }
    // On the span of a call.
    bool remarked(const QString &words) const
    {
        for (const auto &report : reports) {
            for (const auto &span : report.telemetry.spans) {
                const bool isCall = span.kind == model::telemetry::SpanKind::Client;
                if (isCall
                    && std::ranges::find(span.annotations, words, &model::telemetry::Annotation::text)
                        != span.annotations.end())
                    return true;
            }
        }
        return false;
    }
    bool decides(DecisionKind kind)
    {
        return measures([&] { return !decisions(kind).isEmpty(); });
    }

    std::vector<Asked> asked;
};

CallPolicies protection()
{
    CallPolicies policies;
    policies.timeout.emplace().limit = 1s;
    policies.bulkhead.emplace().concurrent = 8;
    auto &breaker = policies.breaker.emplace();
    breaker.fewestCalls = 5;
    breaker.slowAfter = 600s; // a busy machine is no fault
    breaker.openFor = 1s;
    breaker.trialCalls = 1;
    return policies;
}

PolicyBook bookOf(const CallPolicies &calls)
{
    PolicyBook book;
    book.calls = calls;
    return book;
}

// As of somebody who has never heard of a storm.
CallPolicies naiveRetries()
{
    CallPolicies policies;
    auto &retry = policies.retry.emplace();
    retry.on = RetryOn::CalleeFailures;
    retry.attempts = 4;
    retry.backoff = 0ms;
    retry.fullJitter = false;
    retry.onlyIdempotent = false;
    retry.hasBudget = false;
    retry.longestRetryAfter = 0ms;
    return policies;
}

} // namespace

// Policies in a fleet that runs, with real calls over HTTP and real faults.
class TestPolicies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutPoliciesAHungCalleeTakesAllOfItsCaller();
    void withPoliciesOnlyWhatNeedsItSuffers();
    void policiesAreSwitchedInTheMiddleOfTrouble();
    void naiveRetriesMultiplyTheLoadAndABudgetBoundsIt();
    void aFailingReplicaIsLeftOutAndComesBack();
    void theOnlyInstanceIsNeverLeftOut();
    void onlyWhoRetriesFailsOver();
    void shedsLoadFromOutside();
    void lastGoodAnswersStandIn();
};

void TestPolicies::withoutPoliciesAHungCalleeTakesAllOfItsCaller()
{
    Stage stage(noPolicies());
    QCOMPARE(stage.customer->ask(front, refusing).error().kind, Kind::Unavailable);
    stage.inject(u"hang:back"_s);
    stage.askManyTimes(25);
    QVERIFY(turnUntil([&] { return stage.answered() == 5; })); // those for whom there was no room
    QCOMPARE(stage.customer->ask(front, refusing).error().kind,
             Kind::Overloaded); // has nothing to do with back
    QCOMPARE(stage.answered(), 5U);
    stage.lift(u"hang:back"_s);
    QVERIFY(turnUntil([&] { return stage.answered() == 25; }));
    QCOMPARE(stage.customer->ask(front, refusing).error().kind, Kind::Unavailable);
}

void TestPolicies::withPoliciesOnlyWhatNeedsItSuffers()
{
    Stage stage(bookOf(protection()));
    stage.inject(u"hang:back"_s);
    stage.askManyTimes(18);
    QVERIFY(turnUntil([&] { return stage.answered() >= 10; })); // the bulkhead has room for eight
    QVERIFY(stage.customer->ask(front, refusing).error().message.startsWith(u"As if"));
    QVERIFY(turnUntil([&] { return stage.answered() == 18; }));
    QVERIFY(stage.decides(DecisionKind::BreakerOpened));
    QVERIFY(stage.decisions(DecisionKind::BreakerOpened)
                .front()
                .startsWith(u"breaker from front to back GET /answer/{id} opened: "));
    QVERIFY(stage.decides(DecisionKind::BulkheadFull));
    QVERIFY(turnUntil([&] { return stage.customer->askFront(u"1"_s).error().message.contains(u"breaker"); }));
    stage.lift(u"hang:back"_s);
    QVERIFY(turnUntil([&] { return stage.customer->askFront(u"1"_s).has_value(); }));
    QVERIFY(stage.decides(DecisionKind::BreakerClosed));
}

void TestPolicies::policiesAreSwitchedInTheMiddleOfTrouble()
{
    Stage stage(noPolicies());
    stage.inject(u"hang:back"_s);
    stage.askManyTimes(10);
    QVERIFY(stage.measures([&] { return stage.inFlight(front) == 10; }));
    auto book = noPolicies();
    book.callExceptions.insert({front, {back, u"GET /answer/{id}"_s}}, protection());
    stage.fleet->policies().publish(book);
    // Those who wait are more than the bulkhead has room for: it holds at once.
    const auto stopped = stage.customer->askFront(u"1"_s);
    QVERIFY2(stopped.error().message.contains(u"bulkhead"), qPrintable(stopped.error().message));
    stage.fleet->policies().publish(noPolicies());
    stage.askManyTimes(1);
    QVERIFY(stage.measures([&] { return stage.inFlight(front) == 11; }));
    stage.lift(u"hang:back"_s);
    QVERIFY(turnUntil([&] { return stage.answered() == 11; }));
}

void TestPolicies::naiveRetriesMultiplyTheLoadAndABudgetBoundsIt()
{
    constexpr int calls = 40;
    Stage stage(noPolicies());
    stage.inject(u"errors:back"_s);
    QCOMPARE(stage.failuresOf(calls), calls);
    QVERIFY(stage.measures([&] { return stage.served() == calls; }));

    auto retries = naiveRetries();
    stage.reports.clear();
    stage.fleet->policies().publish(bookOf(retries));
    QCOMPARE(stage.failuresOf(calls), calls);
    QVERIFY(stage.measures([&] { return stage.served() == 4 * calls; }));

    stage.reports.clear();
    retries.retry->hasBudget = true;
    retries.retry->budgetShare = 0.2;
    retries.retry->budgetPerSecond = 0;
    stage.fleet->policies().publish(bookOf(retries));
    QCOMPARE(stage.failuresOf(calls), calls);
    QVERIFY(stage.measures([&] { return stage.served() >= calls; }));
    QVERIFY(stage.decides(DecisionKind::BudgetSpent));
    QVERIFY2(stage.served() <= calls * 12 / 10, qPrintable(QString::number(stage.served())));
}

void TestPolicies::aFailingReplicaIsLeftOutAndComesBack()
{
    PolicyBook book;
    auto &ejection = book.units.ejection.emplace();
    ejection.consecutiveFailures = 3;
    ejection.ejectFor = 60s;
    Stage stage(book, 2);
    stage.inject(u"errors:back#1"_s);
    QCOMPARE(stage.failuresOf(40), 3);
    QVERIFY(stage.decides(DecisionKind::InstanceEjected));
    QCOMPARE(stage.decisions(DecisionKind::InstanceEjected),
             QStringList{u"back-1 is left out for 60 s: 3 failures in a row"_s});
    QVERIFY(stage.measures([&] {
        return stage.remarked(u"back-1 is left out for 60 s: 3 failures in a row"_s); // by the third of them
    }));

    stage.fleet->policies().publish(noPolicies()); // switched off and on again: everybody is asked
    QVERIFY(stage.failuresOf(10) > 0);
    book.units.ejection->ejectFor = 500ms;
    stage.fleet->policies().publish(book);
    stage.reports.clear();
    QVERIFY(stage.measures([&] {
        stage.failuresOf(1);
        return !stage.decisions(DecisionKind::InstanceEjected).isEmpty();
    }));
    stage.lift(u"errors:back#1"_s);
    QVERIFY(stage.measures([&] {
        stage.failuresOf(1);
        return !stage.decisions(DecisionKind::InstanceReturned).isEmpty();
    }));
    stage.reports.clear();
    QCOMPARE(stage.failuresOf(10), 0);
    QVERIFY(stage.measures([&] { return stage.served(u"back-1"_s) > 0 && stage.served(u"back-2"_s) > 0; }));
}

void TestPolicies::theOnlyInstanceIsNeverLeftOut()
{
    PolicyBook book;
    book.units.ejection.emplace().consecutiveFailures = 2;
    Stage stage(book);
    stage.inject(u"errors:back"_s);
    QCOMPARE(stage.failuresOf(10), 10);
    QVERIFY(stage.measures([&] { return stage.served() == 10; }));
    QVERIFY(stage.decisions(DecisionKind::InstanceEjected).isEmpty());
}

void TestPolicies::onlyWhoRetriesFailsOver()
{
    Stage stage(noPolicies(), 2);
    stage.inject(u"refuse:back#1"_s);
    const int failures = stage.failuresOf(20);
    QVERIFY2(failures >= 8, qPrintable(QString::number(failures))); // half of them
    stage.fleet->policies().publish(usualPolicies());
    QCOMPARE(stage.failuresOf(20), 0);
}

void TestPolicies::shedsLoadFromOutside()
{
    auto book = noPolicies();
    book.units.shedding.emplace().inFlightShare = 0.5;
    Stage stage(book);
    stage.inject(u"hang:back"_s);
    stage.askManyTimes(10);
    QVERIFY(stage.measures([&] { return stage.inFlight(front) == 10; }));
    const auto shed = stage.customer->ask(front, refusing);
    QCOMPARE(shed.error().kind, Kind::Overloaded);
    QVERIFY2(shed.error().message.startsWith(u"Load is shed"), qPrintable(shed.error().message));
    QVERIFY(stage.decides(DecisionKind::SheddingBegan));
    stage.lift(u"hang:back"_s);
    QVERIFY(turnUntil([&] { return stage.answered() == 10; }));
    QCOMPARE(stage.customer->ask(front, refusing).error().kind, Kind::Unavailable);
    QVERIFY(stage.decides(DecisionKind::SheddingEnded));
    QCOMPARE(stage.decisions(DecisionKind::SheddingEnded),
             QStringList{u"sheds no load any more: 1 requests were turned away"_s});
}

void TestPolicies::lastGoodAnswersStandIn()
{
    PolicyBook book;
    book.calls.fallback.emplace();
    Stage stage(book);
    const auto good = stage.customer->askFront(u"1"_s);
    QVERIFY(good && good->degraded.isEmpty());
    stage.inject(u"errors:back"_s);
    const auto standIn = stage.customer->askFront(u"1"_s);
    QVERIFY2(standIn, standIn ? "" : qPrintable(standIn.error().message));
    QCOMPARE(standIn->body, good->body);
    QVERIFY2(standIn->degraded.startsWith(u"the answer of "), qPrintable(standIn->degraded));
    QVERIFY(!stage.customer->askFront(u"2"_s)); // nobody has asked this before
    QVERIFY(stage.decides(DecisionKind::FallbackUsed));
}

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
