// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/telemetry/serverspan.h>
#include <services/telemetry/tracingcaller.h>

#include <QTest>

#include <tests/support/fakeclock.h>
#include <tests/support/scriptedcaller.h>
#include <tests/support/waitfor.h>

using namespace model::telemetry;
using namespace services::telemetry;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using model::result::Kind;
using model::system::CapabilityId;
using model::system::EndpointId;
using services::contract::Event;
using services::contract::Reply;
using services::contract::Request;
using services::contract::Result;
using tests::support::FakeClock;
using tests::support::Script;
using tests::support::ScriptedCaller;

namespace {

const EndpointId placeOrder{{u"orders"_s}, u"POST /orders"_s};
const EndpointId charge{{u"payments"_s}, u"POST /charges"_s};

Request requestTo(const EndpointId &endpoint)
{
    Request request;
    request.endpoint = endpoint;
    return request;
}

std::unique_ptr<TracingCaller> tracing(Script &script, Recorder &recorder, const CapabilityId &self)
{
    return std::make_unique<TracingCaller>(
        std::make_unique<ScriptedCaller>(script), recorder, self,
        [](const CapabilityId &callee) { return callee.value == u"payments"; });
}

// The span with this id, which must be there once.
Span spanWith(const std::vector<Span> &spans, const SpanId &id)
{
    const auto found = std::ranges::find(spans, id, &Span::id);
    return found == spans.end() ? Span{} : *found;
}

} // namespace

class TestTracing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallHasASpanOfItsOwn()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"orders-1"_s}, 1, 1.0});
        Script script;
        script.answers.push_back(Reply{});
        script.meanwhile = [&](const Request &) { clock.advance(7ms); };
        Request request = requestTo(charge);
        request.context.trace = recorder.below({});
        const TraceContext parent = request.context.trace;
        QVERIFY(tests::support::waitFor(tracing(script, recorder, {u"orders"_s})->call(request)).has_value());

        const TraceContext sent = script.asked.front().context.trace;
        QCOMPARE(script.asked.front().context.caller.value, u"orders"_s);
        QCOMPARE(sent.trace, parent.trace);
        QVERIFY(sent.span != parent.span);
        const auto telemetry = recorder.drain();
        QCOMPARE(telemetry.spans.size(), 1U);
        const Span &span = telemetry.spans.front();
        QCOMPARE(span.id, sent.span);
        QCOMPARE(span.parent, parent.span);
        QCOMPARE(span.kind, SpanKind::Client);
        QCOMPARE(span.endpoint, charge);
        QCOMPARE(span.caller.value, u"orders"_s);
        QCOMPARE(span.duration, std::chrono::nanoseconds(7ms));
        QVERIFY(span.crossedNetwork);
        QVERIFY(!span.failure.has_value());
        QCOMPARE(telemetry.called.value({{u"orders"_s}, charge}).requests, 1U);
    }

    void aFailedCallIsKeptThoughItIsNotSampled()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"orders-1"_s}, 1, 0.0});
        Script script;
        script.answers.push_back(Reply{});
        script.answers.push_back(model::result::failure(Kind::TimedOut, u"No answer in time"_s));
        const auto caller = tracing(script, recorder, {u"orders"_s});
        QVERIFY(tests::support::waitFor(caller->call(requestTo(charge))).has_value());
        QCOMPARE(tests::support::waitFor(caller->call(requestTo(charge))).error().kind, Kind::TimedOut);
        const auto telemetry = recorder.drain();
        QCOMPARE(telemetry.spans.size(), 1U);
        QCOMPARE(telemetry.spans.front().failure, Kind::TimedOut);
        QCOMPARE(telemetry.spans.front().failureMessage, u"No answer in time"_s);
        const Counters counters = telemetry.called.value({{u"orders"_s}, charge});
        QCOMPARE(counters.requests, 2U);
        QCOMPARE(counters.failures.value(Kind::TimedOut), 1U);
    }

    void aDegradedAnswerIsCounted()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"storefront-1"_s}});
        Script script;
        Reply reply;
        reply.degraded = u"best sellers"_s;
        script.answers.push_back(reply);
        QVERIFY(tests::support::waitFor(tracing(script, recorder, {})->call(requestTo(charge))).has_value());
        ServerSpan span(recorder, requestTo(placeOrder), true);
        span.finish(Result<Reply>(reply));
        const auto telemetry = recorder.drain();
        QCOMPARE(telemetry.called.value({{}, charge}).degraded, 1U);
        QCOMPARE(telemetry.served.value(placeOrder).degraded, 1U);
    }

    void oneRequestIsOneTraceAcrossHopsAndMessages()
    {
        // A customer asks orders, which charges payments and publishes; shipping consumes the event.
        FakeClock clock;
        Recorder customer(clock, {{u"shoppers"_s}, 1, 1.0});
        Recorder orders(clock, {{u"orders-1"_s}, 2, 0.0});
        Recorder payments(clock, {{u"payments-1"_s}, 3, 0.0});
        Recorder shipping(clock, {{u"shipping-1"_s}, 4, 0.0});
        Event published;
        Script toPayments;
        toPayments.answers.push_back(Reply{});
        toPayments.meanwhile = [&](const Request &request) {
            ServerSpan handling(payments, request, true);
            clock.advance(2ms);
            handling.finish(Result<Reply>(Reply{}));
        };
        const auto callsOfOrders = tracing(toPayments, orders, {u"orders"_s});
        Script toOrders;
        toOrders.answers.push_back(Reply{});
        toOrders.meanwhile = [&](const Request &request) {
            ServerSpan handling(orders, request, true);
            Request onwards = requestTo(charge);
            onwards.context = request.context;
            onwards.context.trace = handling.context();
            QVERIFY(tests::support::waitFor(callsOfOrders->call(onwards)).has_value());
            published.topic = {u"order.placed"_s};
            published.trace = handling.context();
            handling.finish(Result<Reply>(Reply{}));
        };
        QVERIFY(tests::support::waitFor(tracing(toOrders, customer, {})->call(requestTo(placeOrder)))
                    .has_value());
        clock.advance(1s);
        ServerSpan consuming(shipping, {u"shipping"_s}, published);
        consuming.finish(Result<void>());

        std::vector<Span> spans;
        for (Recorder *recorder : {&customer, &orders, &payments, &shipping})
            std::ranges::move(recorder->drain().spans, std::back_inserter(spans));
        QCOMPARE(spans.size(), 5U);
        for (const Span &span : spans)
            QCOMPARE(span.trace, spans.front().trace);
        QStringList way;
        for (const Span &span : spans) {
            const Span parent = spanWith(spans, span.parent);
            way += u"%1 %2 < %3"_s.arg(span.instance.value, span.endpoint.operation, parent.instance.value);
        }
        QCOMPARE(way,
                 (QStringList{u"shoppers POST /orders < "_s, u"orders-1 POST /charges < orders-1"_s,
                              u"orders-1 POST /orders < shoppers"_s, u"payments-1 POST /charges < orders-1"_s,
                              u"shipping-1 order.placed < orders-1"_s}));
        QCOMPARE(spans.back().kind, SpanKind::Consumer);
        QCOMPARE(spans.front().parent, SpanId{});
    }

    void anAbandonedSpanCountsAsCancelled()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"orders-1"_s}, 1, 0.0});
        {
            ServerSpan span(recorder, requestTo(placeOrder), false);
            clock.advance(3ms);
        }
        const auto telemetry = recorder.drain();
        QCOMPARE(telemetry.served.value(placeOrder).failures.value(Kind::Cancelled), 1U);
        QCOMPARE(telemetry.spans.size(), 1U);
        QCOMPARE(telemetry.spans.front().duration, std::chrono::nanoseconds(3ms));
    }

    void aSpanEndsOnce()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"orders-1"_s}, 1, 1.0});
        {
            ServerSpan span(recorder, requestTo(placeOrder), false);
            span.finish(Result<Reply>(model::result::failure(Kind::Conflict, u"Sold out"_s)));
            span.finish(Result<Reply>(Reply{}));
        }
        const auto telemetry = recorder.drain();
        QCOMPARE(telemetry.served.value(placeOrder).requests, 1U);
        QCOMPARE(telemetry.spans.size(), 1U);
        QCOMPARE(telemetry.spans.front().failureMessage, u"Sold out"_s);
    }
};

QTEST_GUILESS_MAIN(TestTracing)
#include "tst_tracing.moc"
