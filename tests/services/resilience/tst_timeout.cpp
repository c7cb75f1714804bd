// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain.h"

#include <QTest>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace tests;
using model::operation::noPolicies;
using model::operation::RetryOn;
using services::contract::Instant;

namespace {

const QString get = u"GET /charges/{id}"_s;

CallPolicies timeout(std::chrono::milliseconds limit)
{
    CallPolicies policies;
    policies.timeout.emplace().limit = limit;
    return policies;
}

} // namespace

// How calls end in time, on a test's clock: answered before the limit, given up at it, given up by the caller
// before it; with what comes too late, and with retries and other policies beside it.
class TestTimeout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerBeforeTheLimitIsTaken()
    {
        Chain chain(timeout(100ms));
        chain.callee->hangs = true;
        const auto outcome = chain.start(requestOf(get));
        chain.timers.advance(100ms - 1ns);
        QVERIFY(!outcome->has_value());
        chain.callee->waiting.front().complete(Reply{});
        QVERIFY((*outcome)->has_value());
        QCOMPARE(chain.timers.planned(), std::size_t(0)); // nothing is left of the limit
    }

    void aHungCallIsGivenUpAtTheLimit()
    {
        Chain chain(timeout(100ms));
        chain.callee->hangs = true;
        const auto outcome = chain.start(requestOf(get));
        chain.timers.advance(100ms - 1ns);
        QVERIFY(!outcome->has_value());
        chain.timers.advance(1ns);
        QCOMPARE((*outcome)->error().kind, Kind::TimedOut);
    }

    void aCallThatIsGivenUpIsADecisionAndARemark()
    {
        Chain chain(timeout(100ms));
        chain.callee->hangs = true;
        const auto outcome = chain.start(requestOf(get));
        chain.timers.advance(100ms);
        QVERIFY(outcome->has_value());
        const auto telemetry = chain.recorder.drain();
        QCOMPARE(telemetry.decisions.size(), 1U);
        QCOMPARE(telemetry.lines.size(), 1U); // one tells both
        const auto &decision = telemetry.decisions.front();
        QCOMPARE(word(decision.kind), u"call-timed-out"_s);
        QCOMPARE(decision.words,
                 u"timeout from orders to payments GET /charges/{id}: given up after 100 ms"_s);
        QCOMPARE(decision.brief, u"timeout: given up after 100 ms"_s);
        QCOMPARE(telemetry.spans.front().annotations.size(), 1U);
        QCOMPARE(telemetry.spans.front().annotations.front().text, decision.words);
    }

    void whatTheCalleeHasGivenUpIsNoDecisionOfOurs()
    {
        Chain chain(timeout(100ms));
        chain.answersOnly(Kind::TimedOut);
        QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::TimedOut);
        QVERIFY(chain.decisions().empty());
    }

    void whatNobodyWaitsForAnyMoreIsNotGivenUp()
    {
        Chain chain(timeout(100ms));
        Request request = requestOf(get);
        request.context.deadline = chain.clock.now() - 1ms;
        QCOMPARE(chain.call(request).error().kind, Kind::TimedOut);
        QVERIFY(chain.script.asked.empty());
        QVERIFY(chain.decisions().empty());
    }

    void whatComesTooLateChangesNothing()
    {
        Chain chain(timeout(100ms));
        chain.callee->hangs = true;
        const auto outcome = chain.start(requestOf(get));
        chain.timers.advance(100ms);
        QVERIFY(chain.callee->waiting.front().isSettled());
        chain.callee->waiting.front().complete(Reply{});
        QCOMPARE((*outcome)->error().kind, Kind::TimedOut);
    }

    void theCallersOwnDeadlineIsKeptWhenItIsNearer()
    {
        Chain chain(timeout(100ms));
        chain.callee->hangs = true;
        Request request = requestOf(get);
        request.context.deadline = chain.clock.now() + 30ms;
        const auto outcome = chain.start(request);
        chain.timers.advance(30ms);
        QCOMPARE((*outcome)->error().kind, Kind::TimedOut);
    }

    void theLimitIsForAllAttemptsTogether()
    {
        auto policies = timeout(100ms);
        policies.retry.emplace();
        policies.retry->on = RetryOn::CalleeFailures;
        policies.retry->attempts = 100;
        policies.retry->backoff = 30ms;
        policies.retry->longestBackoff = 30ms;
        policies.retry->fullJitter = false;
        policies.retry->hasBudget = false;
        Chain chain(policies);
        chain.answers({Kind::Unavailable});
        const auto begin = chain.clock.now();
        std::vector<std::chrono::nanoseconds> asked;
        chain.script.meanwhile = [&](const Request &) { asked.push_back(chain.clock.now() - begin); };
        QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::TimedOut);
        QCOMPARE(asked, (std::vector<std::chrono::nanoseconds>{0ms, 30ms, 60ms, 90ms}));
        QCOMPARE(chain.clock.now() - begin, std::chrono::nanoseconds(100ms));
    }

    void aTimeoutIsNoReasonToTryAgain()
    {
        auto policies = timeout(100ms); // the time for all attempts is over with it
        policies.retry.emplace();
        policies.retry->on = RetryOn::CalleeFailures;
        Chain chain(policies);
        chain.callee->hangs = true;
        const auto outcome = chain.start(requestOf(get));
        chain.timers.advance(100ms);
        QCOMPARE((*outcome)->error().kind, Kind::TimedOut);
        QCOMPARE(chain.callee->waiting.size(), std::size_t(1));
        const auto telemetry = chain.recorder.drain();
        QCOMPARE(telemetry.called.value({{u"orders"_s}, {{u"payments"_s}, get}}).retries, 0U);
    }

    void aTimeoutSpendsNoRetryBudget()
    {
        auto policies = timeout(100ms);
        policies.retry.emplace();
        policies.retry->on = RetryOn::CalleeFailures;
        policies.retry->attempts = 2;
        policies.retry->budgetShare = 0;
        policies.retry->budgetPerSecond = 0.1; // one in ten seconds
        Chain chain(policies);
        chain.callee->hangs = true;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::TimedOut);
        chain.callee->hangs = false;
        chain.answers({Kind::Refused});
        chain.script.answers.push_back(Reply{});
        QVERIFY(chain.call(requestOf(get)).has_value()); // by its one repeat
    }

    void timeoutsOpenABreaker()
    {
        auto policies = timeout(100ms);
        auto &breaker = policies.breaker.emplace();
        breaker.fewestCalls = 3;
        breaker.openFor = 1s;
        breaker.trialCalls = 1;
        Chain chain(policies);
        chain.callee->hangs = true;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::TimedOut);
        const auto stopped = chain.clock.now();
        QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::Unavailable);
        QCOMPARE(chain.clock.now(), stopped); // nobody waits any more
        chain.timers.advance(1s);
        chain.callee->hangs = false;
        chain.answersWell();
        QVERIFY(chain.call(requestOf(get)).has_value());
    }

    void aTimeoutGivesItsPlaceInTheBulkheadBack()
    {
        auto policies = timeout(100ms);
        policies.bulkhead.emplace(model::operation::BulkheadPolicy{1, 0});
        Chain chain(policies);
        chain.callee->hangs = true;
        const auto hung = chain.start(requestOf(get));
        QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::Overloaded);
        chain.timers.advance(100ms);
        QVERIFY(hung->has_value());
        chain.callee->hangs = false;
        chain.answersWell();
        QVERIFY(chain.call(requestOf(get)).has_value());
    }

    void switchedOnItIsForTheNextCall()
    {
        Chain chain(noPolicies().calls);
        chain.callee->hangs = true;
        const auto before = chain.start(requestOf(get));
        chain.board->publish(Chain::bookOf(timeout(100ms)));
        const auto next = chain.start(requestOf(get));
        chain.timers.advance(100ms);
        QVERIFY(!before->has_value());
        QCOMPARE((*next)->error().kind, Kind::TimedOut);
        chain.board->publish(noPolicies());
        const auto last = chain.start(requestOf(get));
        chain.timers.advance(1h);
        QVERIFY(!last->has_value());
    }
};

QTEST_GUILESS_MAIN(TestTimeout)
#include "tst_timeout.moc"
