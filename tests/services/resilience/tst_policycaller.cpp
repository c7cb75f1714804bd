// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/resilience/policycaller.h>
#include <services/resilience/repeatable.h>
#include <services/telemetry/tracingcaller.h>

#include <QTest>

#include <tests/support/fakeclock.h>
#include <tests/support/scriptedcaller.h>
#include <tests/support/waitfor.h>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using model::system::CapabilityId;
using services::contract::Reply;
using services::contract::Request;
using services::contract::Result;
using services::telemetry::Recorder;
using services::telemetry::TracingCaller;
using tests::support::FakeClock;
using tests::support::Script;
using tests::support::ScriptedCaller;

namespace {

Request requestOf(const QString &operation, const QByteArray &key = {})
{
    Request request;
    request.endpoint = {{u"payments"_s}, operation};
    request.context.idempotencyKey = key;
    return request;
}

// tracing(policies(scripted transport)), as the wiring composes them.
struct Chain
{
    explicit Chain(CallPolicy policy = {})
        : caller(std::make_unique<PolicyCaller>(std::make_unique<ScriptedCaller>(script), recorder, policy),
                 recorder,
                 CapabilityId{u"orders"_s},
                 [](const CapabilityId &) { return true; })
    {
    }
    void answers(std::initializer_list<Kind> failures)
    {
        for (const Kind kind : failures)
            script.answers.push_back(failure(kind, u"The %1 failure"_s.arg(model::result::word(kind))));
    }
    Result<Reply> call(Request request) { return tests::support::waitFor(caller.call(std::move(request))); }

    FakeClock clock;
    Recorder recorder{clock, {{u"orders-1"_s}, 1, 0.0}};
    Script script;
    TracingCaller caller;
};

} // namespace

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

    void givesUpAfterTheLastAttempt()
    {
        CallPolicy policy;
        policy.attempts = 3;
        Chain chain(policy);
        chain.answers({Kind::Refused});
        QCOMPARE(chain.call(requestOf(u"GET /x"_s)).error().kind, Kind::Refused);
        QCOMPARE(chain.script.asked.size(), 3U);
    }

    void doesNotRepeatWhenToldNotTo()
    {
        CallPolicy policy;
        policy.attempts = 1;
        Chain chain(policy);
        chain.answers({Kind::Refused});
        QCOMPARE(chain.call(requestOf(u"GET /x"_s)).error().kind, Kind::Refused);
        QCOMPARE(chain.script.asked.size(), 1U);
    }

    void anOutageIsNotMultiplied()
    {
        CallPolicy policy;
        policy.budget = {0.2, 0.0, 10s};
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
        CallPolicy policy;
        policy.budget = {0.0, 0.1, 10s}; // one retry in ten seconds
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
        CallPolicy policy;
        policy.timeout = 300ms;
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
        CallPolicy policy;
        policy.timeout = 50ms;
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
        CallPolicy policy;
        policy.budget = {0.0, 0.0, 10s};
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
