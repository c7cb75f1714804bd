// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain.h"

#include <services/resilience/repeatable.h>

#include <QTest>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace tests;
using model::operation::RetryOn;
using model::operation::usualPolicies;

class TestPolicyCaller : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhatIsIdempotent_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("idempotent");
        QTest::newRow("GET") << u"GET /cart"_s << QByteArray() << true;
        QTest::newRow("HEAD") << u"HEAD /cart"_s << QByteArray() << true;
        QTest::newRow("PUT") << u"PUT /cart/items/{product}"_s << QByteArray() << true;
        QTest::newRow("DELETE") << u"DELETE /cart/items/{product}"_s << QByteArray() << true;
        QTest::newRow("POST") << u"POST /charges"_s << QByteArray() << false;
        QTest::newRow("PATCH") << u"PATCH /charges"_s << QByteArray() << false;
        QTest::newRow("a method that only starts like GET") << u"GETALL /charges"_s << QByteArray() << false;
        QTest::newRow("POST with a key") << u"POST /charges"_s << QByteArray("k-1") << true;
        QTest::newRow("nothing") << QString() << QByteArray() << false;
    }
    void knowsWhatIsIdempotent()
    {
        QFETCH(QString, operation);
        QFETCH(QByteArray, key);
        QFETCH(bool, idempotent);
        QCOMPARE(isIdempotent(requestOf(operation, key)), idempotent);
    }

    void repeatsWhatIsSafeToRepeat_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("repeated");
        QTest::newRow("a refused GET") << u"GET /x"_s << QByteArray() << Kind::Refused << true;
        QTest::newRow("a refused POST never arrived")
            << u"POST /x"_s << QByteArray() << Kind::Refused << true;
        QTest::newRow("a reset GET") << u"GET /x"_s << QByteArray() << Kind::Reset << true;
        QTest::newRow("a reset POST may have been done")
            << u"POST /x"_s << QByteArray() << Kind::Reset << false;
        QTest::newRow("a reset POST with a key") << u"POST /x"_s << QByteArray("k") << Kind::Reset << true;
        for (const Kind kind :
             {Kind::InvalidInput, Kind::Unauthenticated, Kind::Forbidden, Kind::NotFound, Kind::Conflict,
              Kind::Declined, Kind::TooLarge, Kind::Overloaded, Kind::Unavailable, Kind::TimedOut,
              Kind::Cancelled, Kind::Corrupt, Kind::Full, Kind::ReadOnly, Kind::Internal})
            QTest::newRow(qPrintable(u"an answer: "_s + model::result::word(kind)))
                << u"GET /x"_s << QByteArray("k") << kind << false;
    }
    void repeatsWhatIsSafeToRepeat()
    {
        QFETCH(QString, operation);
        QFETCH(QByteArray, key);
        QFETCH(Kind, kind);
        QFETCH(bool, repeated);
        Chain chain;
        chain.answers({kind});
        chain.script.answers.push_back(Reply{});
        const auto outcome = chain.call(requestOf(operation, key));
        QCOMPARE(chain.script.asked.size(), repeated ? 2U : 1U);
        QCOMPARE(outcome.has_value(), repeated);
        if (!repeated)
            QCOMPARE(outcome.error().kind, kind);
    }

    void repeatsTheSameRequest()
    {
        Chain chain;
        chain.answers({Kind::Refused});
        chain.script.answers.push_back(Reply{});
        Request request = requestOf(u"POST /charges"_s, "k-1");
        request.body = "{}";
        request.path = {{u"id"_s, u"7"_s}};
        QVERIFY(chain.call(request).has_value());
        for (const Request &asked : chain.script.asked) {
            QCOMPARE(asked.body, request.body);
            QCOMPARE(asked.path, request.path);
            QCOMPARE(asked.context.idempotencyKey, QByteArray("k-1"));
            QCOMPARE(asked.context.deadline, chain.script.asked.front().context.deadline);
        }
    }

    void repeatsBadAnswersOnlyWhenToldTo_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("onlyIdempotent");
        QTest::addColumn<bool>("repeated");
        QTest::newRow("an overloaded GET") << u"GET /x"_s << Kind::Overloaded << true << true;
        QTest::newRow("an unavailable GET") << u"GET /x"_s << Kind::Unavailable << true << true;
        QTest::newRow("a broken GET") << u"GET /x"_s << Kind::Internal << true << true;
        QTest::newRow("a broken POST may have been done") << u"POST /x"_s << Kind::Internal << true << false;
        QTest::newRow("a broken POST, naively") << u"POST /x"_s << Kind::Internal << false << true;
        QTest::newRow("a reset POST, naively") << u"POST /x"_s << Kind::Reset << false << true;
        QTest::newRow("a wrong question, naively") << u"GET /x"_s << Kind::NotFound << false << false;
        QTest::newRow("we stop ourselves") << u"GET /x"_s << Kind::Cancelled << false << false;
    }
    void repeatsBadAnswersOnlyWhenToldTo()
    {
        QFETCH(QString, operation);
        QFETCH(Kind, kind);
        QFETCH(bool, onlyIdempotent);
        QFETCH(bool, repeated);
        CallPolicies policy = usualPolicies().calls;
        policy.retry->on = RetryOn::CalleeFailures;
        policy.retry->onlyIdempotent = onlyIdempotent;
        Chain chain(policy);
        chain.answers({kind});
        chain.script.answers.push_back(Reply{});
        QCOMPARE(chain.call(requestOf(operation)).has_value(), repeated);
        QCOMPARE(chain.script.asked.size(), repeated ? 2U : 1U);
    }

    void waitsLongerFromRepeatToRepeatButNotAfterARefusal()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.retry->attempts = 5;
        policy.retry->backoff = 40ms;
        policy.retry->longestBackoff = 100ms;
        policy.retry->fullJitter = false;
        Chain chain(policy);
        chain.answers({Kind::Reset, Kind::Reset, Kind::Refused, Kind::Reset});
        chain.script.answers.push_back(Reply{});
        const auto begin = chain.clock.now();
        std::vector<std::chrono::nanoseconds> asked;
        chain.script.meanwhile = [&](const Request &) { asked.push_back(chain.clock.now() - begin); };
        QVERIFY(chain.call(requestOf(u"GET /x"_s)).has_value());
        const std::vector<std::chrono::nanoseconds> expected{0ms, 40ms, 120ms, 120ms, 220ms};
        QCOMPARE(asked, expected);
    }

    void doesNotWaitPastTheDeadline()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.timeout->limit = 50ms;
        policy.retry->backoff = 200ms;
        policy.retry->fullJitter = false;
        Chain chain(policy);
        chain.answers({Kind::Reset});
        const auto begin = chain.clock.now();
        QCOMPARE(chain.call(requestOf(u"GET /x"_s)).error().kind, Kind::TimedOut);
        QCOMPARE(chain.clock.now() - begin, std::chrono::nanoseconds(50ms));
        QCOMPARE(chain.script.asked.size(), 1U);
        const auto telemetry = chain.recorder.drain();
        const auto counters = telemetry.called.value({{u"orders"_s}, {{u"payments"_s}, u"GET /x"_s}});
        QCOMPARE(counters.retries, 0U); // it was never made
    }

    void leavesAloneWhoAsksForIt_data()
    {
        QTest::addColumn<int>("asksFor"); // seconds
        QTest::addColumn<int>("longest"); // ms, as all further ones
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("againAt"); // -1: never
        QTest::newRow("he says nothing") << 0 << 10'000 << 2000 << 40;
        QTest::newRow("he is heeded, and the backoff comes on top") << 1 << 10'000 << 2000 << 1040;
        QTest::newRow("also without a time limit") << 7 << 10'000 << 0 << 7040;
        QTest::newRow("as long as may be asked for") << 1 << 1000 << 2000 << 1040;
        QTest::newRow("who asks for too much is not") << 2 << 1000 << 5000 << 40;
        QTest::newRow("when nobody is heeded") << 1 << 0 << 2000 << 40;
        QTest::newRow("nobody waits so long: it is not tried again") << 2 << 10'000 << 2000 << -1;
    }
    void leavesAloneWhoAsksForIt()
    {
        QFETCH(int, asksFor);
        QFETCH(int, longest);
        QFETCH(int, limit);
        QFETCH(int, againAt);
        CallPolicies policy = usualPolicies().calls;
        if (limit > 0)
            policy.timeout->limit = std::chrono::milliseconds(limit);
        else
            policy.timeout.reset();
        policy.retry->on = RetryOn::CalleeFailures;
        policy.retry->backoff = 40ms;
        policy.retry->fullJitter = false;
        policy.retry->longestRetryAfter = std::chrono::milliseconds(longest);
        Chain chain(policy);
        model::result::Error busy{Kind::Overloaded, u"Come again"_s, {}};
        busy.retryAfter = std::chrono::seconds(asksFor);
        chain.script.answers = {failure(busy), Reply{}};
        const auto begin = chain.clock.now();
        std::vector<std::chrono::nanoseconds> asked;
        chain.script.meanwhile = [&](const Request &) { asked.push_back(chain.clock.now() - begin); };
        const auto outcome = chain.call(requestOf(u"GET /x"_s));
        QCOMPARE(outcome.has_value(), againAt >= 0);
        QCOMPARE(asked.size(), againAt >= 0 ? 2U : 1U);
        if (againAt >= 0)
            QCOMPARE(asked.back(), std::chrono::nanoseconds(std::chrono::milliseconds(againAt)));
        else
            QCOMPARE(outcome.error(), busy); // at once, with the reason
        QCOMPARE(chain.clock.now() - begin, asked.back());
    }

    void whatNobodyWaitsForDoesNotSpendTheBudget()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.retry->on = RetryOn::CalleeFailures;
        policy.retry->budgetPerSecond = 0.1; // one in ten seconds
        policy.retry->budgetShare = 0;
        Chain chain(policy);
        model::result::Error busy{Kind::Overloaded, u"Come again"_s, {}};
        busy.retryAfter = 5s;
        chain.script.answers = {failure(busy)};
        for (int i = 0; i < 5; ++i)
            QVERIFY(!chain.call(requestOf(u"GET /x"_s)).has_value());
        QCOMPARE(chain.script.asked.size(), 5U);
        chain.script.answers.clear();
        chain.answers({Kind::Reset});
        chain.script.answers.push_back(Reply{});
        QVERIFY(chain.call(requestOf(u"GET /x"_s)).has_value());
    }

    void anInstanceThatStopsWhileItWaitsIsCancelled()
    {
        Chain chain;
        chain.answers({Kind::Reset});
        const auto outcome = chain.start(requestOf(u"GET /x"_s));
        QVERIFY(!outcome->has_value());
        chain.scope.cancel();
        QCOMPARE((*outcome)->error().kind, Kind::Cancelled);
    }

    void withoutPoliciesItOnlyPassesCallsOn()
    {
        Chain chain(model::operation::noPolicies().calls);
        chain.answers({Kind::Refused});
        Request request = requestOf(u"GET /x"_s);
        request.context.deadline = chain.clock.now() + 1s; // the caller's own
        QCOMPARE(chain.call(request).error().kind, Kind::Refused);
        QCOMPARE(chain.script.asked.size(), 1U);
        QCOMPARE(chain.script.asked.front().context.deadline, services::contract::Instant::max());
        chain.callee->hangs = true;
        const auto outcome = chain.start(request);
        chain.timers.advance(24h);
        QVERIFY(!outcome->has_value());
        chain.callee->waiting.front().complete(Reply{});
        QVERIFY((*outcome)->has_value());
    }

    void givesUpAfterTheLastAttempt()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.retry->attempts = 3;
        Chain chain(policy);
        chain.answers({Kind::Refused});
        QCOMPARE(chain.call(requestOf(u"GET /x"_s)).error().kind, Kind::Refused);
        QCOMPARE(chain.script.asked.size(), 3U);
    }

    void doesNotRepeatWhenToldNotTo()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.retry->attempts = 1;
        Chain chain(policy);
        chain.answers({Kind::Refused});
        QCOMPARE(chain.call(requestOf(u"GET /x"_s)).error().kind, Kind::Refused);
        QCOMPARE(chain.script.asked.size(), 1U);
    }

    void anOutageIsNotMultiplied()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.retry->budgetPerSecond = 0;
        Chain chain(policy);
        chain.answers({Kind::Refused});
        for (int i = 0; i < 1'000; ++i)
            QCOMPARE(chain.call(requestOf(u"GET /x"_s)).error().kind, Kind::Refused);
        QCOMPARE(chain.script.asked.size(), 1'200U);
        // When the callee is well again and time has passed, a stray refusal is repeated as before.
        chain.clock.advance(20s);
        chain.script.answers = {Reply{}};
        for (int i = 0; i < 10; ++i)
            QVERIFY(chain.call(requestOf(u"GET /x"_s)).has_value());
        chain.script.answers.clear();
        chain.answers({Kind::Refused});
        chain.script.answers.push_back(Reply{});
        QVERIFY(chain.call(requestOf(u"GET /x"_s)).has_value());
    }

    void eachCalleeHasABudgetOfItsOwn()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.retry->budgetShare = 0;
        policy.retry->budgetPerSecond = 0.1; // one retry in ten seconds
        Chain chain(policy);
        chain.answers({Kind::Refused});
        Request other = requestOf(u"GET /x"_s);
        other.endpoint.capability = {u"inventory"_s};
        QVERIFY(!chain.call(requestOf(u"GET /x"_s)).has_value());
        QCOMPARE(chain.script.asked.size(), 2U);
        QVERIFY(!chain.call(other).has_value());
        QCOMPARE(chain.script.asked.size(), 4U);
        QVERIFY(!chain.call(other).has_value());
        QCOMPARE(chain.script.asked.size(), 5U);
    }

    void theTimeoutShortensTheDeadline()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.timeout->limit = 300ms;
        Chain chain(policy);
        chain.script.answers.push_back(Reply{});
        Request request = requestOf(u"GET /x"_s);
        QVERIFY(chain.call(request).has_value());
        QCOMPARE(chain.script.asked.back().context.deadline, chain.clock.now() + 300ms);
        request.context.deadline = chain.clock.now() + 100ms;
        QVERIFY(chain.call(request).has_value());
        QCOMPARE(chain.script.asked.back().context.deadline, chain.clock.now() + 100ms);
        request.context.deadline = chain.clock.now() + 1s;
        QVERIFY(chain.call(request).has_value());
        QCOMPARE(chain.script.asked.back().context.deadline, chain.clock.now() + 300ms);
    }

    void doesNotCallWhenNobodyWaitsAnyMore()
    {
        Chain chain;
        chain.script.answers.push_back(Reply{});
        Request request = requestOf(u"GET /x"_s);
        request.context.deadline = chain.clock.now();
        const auto outcome = chain.call(request);
        QCOMPARE(outcome.error().kind, Kind::TimedOut);
        QCOMPARE(outcome.error().subject, u"payments"_s);
        QVERIFY(chain.script.asked.empty());
    }

    void doesNotRepeatAfterTheDeadline()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.timeout->limit = 50ms;
        Chain chain(policy);
        chain.answers({Kind::Refused});
        chain.script.meanwhile = [&](const Request &) { chain.clock.advance(30ms); };
        QCOMPARE(chain.call(requestOf(u"GET /x"_s)).error().kind, Kind::TimedOut);
        QCOMPARE(chain.script.asked.size(), 2U);
    }

    void retriesAreCountedAndRemarkedOnTheSpan()
    {
        Chain chain;
        chain.answers({Kind::Refused, Kind::Reset});
        chain.script.answers.push_back(Reply{});
        QVERIFY(chain.call(requestOf(u"GET /x"_s)).has_value());
        const auto telemetry = chain.recorder.drain();
        const auto counters = telemetry.called.value({{u"orders"_s}, {{u"payments"_s}, u"GET /x"_s}});
        QCOMPARE(counters.requests, 1U);
        QCOMPARE(counters.retries, 2U);
        QCOMPARE(counters.failed(), 0U);
        QCOMPARE(telemetry.spans.size(), 1U); // though it is neither sampled nor failed
        const auto &remarks = telemetry.spans.front().annotations;
        QCOMPARE(remarks.size(), 2U);
        QCOMPARE(remarks.front().text, u"Tried again: The refused failure"_s);
        QCOMPARE(remarks.back().text, u"Tried again: The reset failure"_s);
    }

    void aSpentBudgetIsRemarked()
    {
        CallPolicies policy = usualPolicies().calls;
        policy.retry->budgetShare = 0;
        policy.retry->budgetPerSecond = 0;
        Chain chain(policy);
        chain.answers({Kind::Refused});
        QVERIFY(!chain.call(requestOf(u"GET /x"_s)).has_value());
        const auto telemetry = chain.recorder.drain();
        QCOMPARE(telemetry.spans.size(), 1U);
        QVERIFY(telemetry.spans.front().annotations.front().text.contains(u"budget"));
    }
};

QTEST_GUILESS_MAIN(TestPolicyCaller)
#include "tst_policycaller.moc"
