// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain.h"

#include <QTest>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace tests;
using model::operation::BreakerPolicy;
using model::operation::BulkheadPolicy;
using model::operation::Fallback;
using model::operation::FallbackPolicy;
using model::operation::noPolicies;
using model::operation::RetryOn;
using model::operation::usualPolicies;
using model::telemetry::BreakerState;
using model::telemetry::Counters;
using model::telemetry::InstanceTelemetry;

namespace {

const QString get = u"GET /charges/{id}"_s;

CallPolicies only(const BreakerPolicy &breaker)
{
    CallPolicies policies;
    policies.breaker = breaker;
    return policies;
}

std::vector<int> timesOf(const std::vector<model::telemetry::Decision> &decisions)
{
    std::vector<int> times;
    for (const auto &decision : decisions)
        times.push_back(decision.times);
    return times;
}

BreakerPolicy quickBreaker()
{
    BreakerPolicy breaker;
    breaker.fewestCalls = 4;
    breaker.openFor = 1s;
    breaker.trialCalls = 1;
    return breaker;
}

CallPolicies only(const BulkheadPolicy &bulkhead)
{
    CallPolicies policies;
    policies.bulkhead = bulkhead;
    return policies;
}

CallPolicies only(const FallbackPolicy &fallback)
{
    CallPolicies policies;
    policies.fallback = fallback;
    return policies;
}

Counters countersOf(const InstanceTelemetry &telemetry, const QString &operation = get)
{
    return telemetry.called.value({{u"orders"_s}, {{u"payments"_s}, operation}});
}

} // namespace

class TestPolicyChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOpenBreakerAnswersInsteadOfTheCallee()
    {
        Chain chain(only(quickBreaker()));
        chain.answers({Kind::Internal});
        for (int i = 0; i < 4; ++i)
            QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::Internal);
        const auto stopped = chain.call(requestOf(get));
        QCOMPARE(stopped.error().kind, Kind::Unavailable);
        QCOMPARE(
            stopped.error().message,
            u"Not asked: the breaker from orders to payments GET /charges/{id} is open (4 of 4 failed)"_s);
        QCOMPARE(chain.script.asked.size(), 4U);
        const auto telemetry = chain.recorder.drain();
        QCOMPARE(countersOf(telemetry).requests, 5U);
        QCOMPARE(countersOf(telemetry).stoppedByBreaker, 1U);
        QCOMPARE(telemetry.breakers.value({{u"orders"_s}, {{u"payments"_s}, get}}), BreakerState::Open);
    }

    void theBreakersChangesAreDecisionsAndRemarks()
    {
        Chain chain(only(quickBreaker()));
        chain.answers({Kind::Internal});
        for (int i = 0; i < 4; ++i)
            chain.call(requestOf(get));
        chain.clock.advance(1s);
        chain.answersWell();
        QVERIFY(chain.call(requestOf(get)).has_value());
        const auto telemetry = chain.recorder.drain();
        QStringList decisions;
        for (const auto &decision : telemetry.decisions)
            decisions.append(word(decision.kind) + u" / "_s + decision.words);
        const QString breaker = u"breaker from orders to payments GET /charges/{id} "_s;
        QCOMPARE(decisions,
                 (QStringList{u"breaker-opened / "_s + breaker + u"opened: 4 of 4 failed"_s,
                              u"breaker-half-opened / "_s + breaker + u"half-open: 1 trial calls may pass"_s,
                              u"breaker-closed / "_s + breaker + u"closed: 1 of 1 trial calls were well"_s}));
        QCOMPARE(telemetry.decisions.front().brief, u"breaker opened: 4 of 4 failed"_s);
        QCOMPARE(telemetry.spans.at(3).annotations.front().text, breaker + u"opened: 4 of 4 failed"_s);
        QCOMPARE(telemetry.spans.at(4).annotations.size(), 2U);
        QCOMPARE(telemetry.breakers.value({{u"orders"_s}, {{u"payments"_s}, get}}), BreakerState::Closed);
    }

    void wrongQuestionsDoNotOpenIt()
    {
        Chain chain(only(quickBreaker()));
        chain.answers({Kind::NotFound});
        for (int i = 0; i < 20; ++i)
            QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::NotFound);
    }

    void eachKindOfCallHasABreakerOfItsOwn()
    {
        Chain chain(only(quickBreaker()));
        chain.answers({Kind::Internal});
        for (int i = 0; i < 4; ++i)
            chain.call(requestOf(get));
        QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::Unavailable);
        QCOMPARE(chain.call(requestOf(u"POST /charges"_s)).error().kind, Kind::Internal);
    }

    void whatAPolicyStoppedIsNotTriedAgain()
    {
        CallPolicies policies = only(quickBreaker());
        policies.retry.emplace();
        policies.retry->on = RetryOn::CalleeFailures;
        policies.retry->attempts = 10;
        policies.retry->backoff = 0ms;
        Chain chain(policies);
        chain.answers({Kind::Internal});
        QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::Unavailable);
        QCOMPARE(chain.script.asked.size(), 4U); // each attempt counts for the breaker
        QCOMPARE(countersOf(chain.recorder.drain()).retries, 4U);
    }

    void aFullBulkheadAnswersInsteadOfTheCallee()
    {
        Chain chain(only(BulkheadPolicy{2, 0}));
        chain.callee->hangs = true;
        const auto first = chain.start(requestOf(get));
        const auto second = chain.start(requestOf(get));
        const auto stopped = chain.call(requestOf(get));
        QCOMPARE(stopped.error().kind, Kind::Overloaded);
        QCOMPARE(stopped.error().message,
                 u"Not asked: the bulkhead from orders to payments GET /charges/{id} "
                 "is full: 2 calls are under way"_s);
        chain.callee->hangs = false;
        chain.answersWell();
        QVERIFY(chain.call(requestOf(u"POST /charges"_s)).has_value()); // others have room of their own
        chain.callee->waiting.front().complete(Reply{});
        QVERIFY((*first)->has_value());
        QVERIFY(chain.call(requestOf(get)).has_value());
        QCOMPARE(countersOf(chain.recorder.drain()).stoppedByBulkhead, 1U);
        QVERIFY(!second->has_value());
    }

    void aFullBulkheadIsNoFailureOfTheCallee()
    {
        CallPolicies policies = only(quickBreaker());
        policies.bulkhead = BulkheadPolicy{1, 0};
        Chain chain(policies);
        chain.callee->hangs = true;
        const auto first = chain.start(requestOf(get));
        for (int i = 0; i < 50; ++i)
            QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::Overloaded);
        chain.callee->waiting.front().complete(Reply{});
        chain.callee->hangs = false;
        chain.answersWell();
        QVERIFY(chain.call(requestOf(get)).has_value());
    }

    void aWaiterHasItsTurnWithinItsTimeout()
    {
        CallPolicies policies = only(BulkheadPolicy{1, 1});
        policies.timeout.emplace();
        policies.timeout->limit = 100ms;
        Chain chain(policies);
        chain.callee->hangs = true;
        const auto first = chain.start(requestOf(get));
        const auto second = chain.start(requestOf(get));
        chain.timers.advance(60ms);
        const auto third = chain.start(requestOf(get));
        QCOMPARE((*third)->error().kind, Kind::Overloaded);
        chain.callee->waiting.front().complete(Reply{});
        QCOMPARE(chain.callee->waiting.size(), 2U); // the second is through
        chain.timers.advance(40ms);
        QCOMPARE((*second)->error().kind, Kind::TimedOut);
    }

    void fullIsToldOnceASecond()
    {
        Chain chain(only(BulkheadPolicy{0, 0}));
        for (int i = 0; i < 100; ++i) {
            chain.call(requestOf(get));
            chain.clock.advance(20ms);
        }
        const auto decisions = chain.recorder.drain().decisions;
        QCOMPARE(timesOf(decisions), (std::vector{1, 50, 49})); // the last ones are told when nobody comes
        chain.clock.advance(2s);
        QVERIFY(chain.decisions().empty()); // once
    }

    void repeatsAreToldOnceASecond()
    {
        CallPolicies policies;
        policies.retry.emplace().attempts = 2;
        policies.retry->hasBudget = false;
        Chain chain(policies);
        chain.answersOnly(Kind::Refused);
        for (int i = 0; i < 50; ++i) {
            chain.call(requestOf(get));
            chain.clock.advance(20ms);
        }
        const auto decisions = chain.recorder.drain().decisions;
        QCOMPARE(timesOf(decisions), (std::vector{1, 49}));
        QCOMPARE(word(decisions.front().kind), u"call-repeated"_s);
        QCOMPARE(decisions.front().words,
                 u"retry from orders to payments GET /charges/{id}: The refused failure"_s);
        QCOMPARE(decisions.front().brief, u"retry: The refused failure"_s);
    }

    void aCachedAnswerStandsInAndSaysSo()
    {
        Chain chain(only(FallbackPolicy{Fallback::Cached, 60s}));
        chain.answersWell("paid");
        QVERIFY(chain.call(requestOf(get)).has_value());
        chain.clock.advance(12s);
        chain.answersOnly(Kind::TimedOut);
        const auto reply = chain.call(requestOf(get));
        QVERIFY(reply.has_value());
        QCOMPARE(reply->body, QByteArray("paid"));
        QCOMPARE(reply->degraded, u"the answer of 12 s ago"_s);
        const auto telemetry = chain.recorder.drain();
        QCOMPARE(countersOf(telemetry).fallbacks, 1U);
        QCOMPARE(countersOf(telemetry).degraded, 1U);
        QCOMPARE(telemetry.decisions.front().words,
                 u"fallback from orders to payments GET /charges/{id}: the answer of 12 s ago, since: The "
                 "timed-out failure"_s);
        chain.clock.advance(49s); // what stood in has not become any younger
        QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::TimedOut);
    }

    void nothingStandsInForAWrongQuestionOrAChange()
    {
        Chain chain(only(FallbackPolicy{Fallback::Cached, 60s}));
        chain.answersWell("paid");
        for (const auto &operation : {get, u"POST /charges"_s})
            QVERIFY(chain.call(requestOf(operation)).has_value());
        chain.answersOnly(Kind::Internal);
        QVERIFY(!chain.call(requestOf(u"POST /charges"_s)).has_value());
        QVERIFY(!chain.call(requestOf(get, "part of an order")).has_value());
        chain.answersOnly(Kind::NotFound);
        QVERIFY(!chain.call(requestOf(get)).has_value());
        chain.answersOnly(Kind::Cancelled);
        QVERIFY(!chain.call(requestOf(get)).has_value());
    }

    void aCachedAnswerStandsInForWhatAPolicyStopped()
    {
        CallPolicies policies = only(quickBreaker());
        policies.fallback = FallbackPolicy{Fallback::Cached, 60s};
        Chain chain(policies);
        chain.answersWell("paid");
        chain.call(requestOf(get));
        chain.answersOnly(Kind::Internal);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(chain.call(requestOf(get))->body, QByteArray("paid"));
        QVERIFY(countersOf(chain.recorder.drain()).stoppedByBreaker > 0);
    }

    void theCodesOwnStandInIsNoted()
    {
        for (const auto kind : {Fallback::Static, Fallback::Cached}) {
            Chain chain(only(FallbackPolicy{kind, 60s}));
            chain.answers({Kind::Internal});
            QCOMPARE(chain.call(requestOf(u"GET /guessable"_s)).error().kind, Kind::Internal); // to the code
            QCOMPARE(countersOf(chain.recorder.drain(), u"GET /guessable"_s).fallbacks, 1U);
            QVERIFY(!chain.call(requestOf(get)).has_value());
            QCOMPARE(countersOf(chain.recorder.drain()).fallbacks, 0U);
        }
    }

    void aNewEditionIsSeenAtTheNextCall()
    {
        Chain chain(noPolicies().calls);
        chain.answers({Kind::Refused});
        chain.call(requestOf(get));
        QCOMPARE(chain.script.asked.size(), 1U);
        chain.board->publish(usualPolicies());
        chain.call(requestOf(get));
        QCOMPARE(chain.script.asked.size(), 4U);
        chain.board->publish(noPolicies());
        chain.call(requestOf(get));
        QCOMPARE(chain.script.asked.size(), 5U);
    }

    void anExceptionIsForOneCallOnly()
    {
        Chain chain(noPolicies().calls);
        auto book = noPolicies();
        book.callExceptions.insert({{u"orders"_s}, requestOf(get).endpoint}, usualPolicies().calls);
        book.callExceptions.insert({{u"cart"_s}, requestOf(u"POST /charges"_s).endpoint},
                                   usualPolicies().calls);
        chain.board->publish(book);
        chain.answers({Kind::Refused});
        chain.call(requestOf(get));
        QCOMPARE(chain.script.asked.size(), 3U);
        chain.call(requestOf(u"POST /charges"_s));
        QCOMPARE(chain.script.asked.size(), 4U);
    }

    void whatHasNotChangedKeepsItsMemory()
    {
        CallPolicies policies = only(quickBreaker());
        policies.retry.emplace();
        policies.retry->budgetShare = 0;
        policies.retry->budgetPerSecond = 0.1; // one in ten seconds
        Chain chain(policies);
        chain.answers({Kind::Refused});
        chain.call(requestOf(get));
        QCOMPARE(chain.script.asked.size(), 2U);
        chain.call(requestOf(get));
        auto book = Chain::bookOf(policies);
        book.calls.timeout.emplace();
        book.units.shedding.emplace();
        chain.board->publish(book);
        chain.call(requestOf(get));
        QCOMPARE(chain.script.asked.size(), 4U); // the budget is still spent; the breaker opens at four
        QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::Unavailable);
        book.calls.breaker->openFor = 5s;
        chain.board->publish(book);
        QCOMPARE(chain.call(requestOf(get)).error().kind, Kind::Refused); // a new breaker, an old budget
        QCOMPARE(chain.script.asked.size(), 5U);
        book.calls.breaker.reset();
        chain.board->publish(book);
        chain.call(requestOf(get));
        QVERIFY(chain.recorder.drain().breakers.isEmpty());
    }

    void whoGoesOnWithTheNewsMayCallSomethingNew()
    {
        Chain chain(only(BulkheadPolicy{1, 1}));
        chain.callee->hangs = true;
        const auto hung = chain.start(requestOf(get));
        const auto waits = chain.start(requestOf(get));
        chain.callee->hangs = false;
        chain.answersWell();
        chain.script.meanwhile = [&](const Request &request) {
            for (int i = 0; i < 100 && request.endpoint.operation == get; ++i)
                chain.start(requestOf(u"GET /%1"_s.arg(i)));
        };
        chain.board->publish(noPolicies());
        QVERIFY(chain.call(requestOf(u"POST /charges"_s)).has_value());
        QVERIFY((*waits)->has_value());
        QVERIFY(!hung->has_value());
        QCOMPARE(chain.script.asked.size(), 102U);
    }

    void aBreakerThatIsSwitchedOffMeanwhileIsNotTold()
    {
        Chain chain(only(quickBreaker()));
        chain.callee->hangs = true;
        const auto outcome = chain.start(requestOf(get));
        chain.board->publish(noPolicies());
        const auto other = chain.start(requestOf(get));
        chain.callee->waiting.front().complete(Reply{});
        QVERIFY((*outcome)->has_value());
        QVERIFY(!other->has_value());
    }
};

QTEST_GUILESS_MAIN(TestPolicyChain)
#include "tst_policychain.moc"
