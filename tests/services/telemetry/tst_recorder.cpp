// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/telemetry/recorder.h>
#include <services/telemetry/threadcputime.h>

#include <QTest>

#include <tests/support/fakeclock.h>

using namespace model::telemetry;
using namespace services::telemetry;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using model::result::Kind;
using tests::support::FakeClock;

namespace {

const model::system::EndpointId showProduct{{u"catalogue"_s}, u"GET /products/{id}"_s};

Span spanOf(const TraceContext &context, services::contract::Instant start)
{
    Span span;
    span.trace = context.trace;
    span.id = context.span;
    span.endpoint = showProduct;
    span.start = start;
    return span;
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsATraceWhereThereIsNone()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"storefront-1"_s}, 3, 1.0});
        const TraceContext first = recorder.below({});
        const TraceContext second = recorder.below({});
        QVERIFY(first.isValid());
        QVERIFY(first.sampled);
        QVERIFY(first.trace != second.trace);
    }

    void goesOnWithTheTraceOfTheCaller()
    {
        FakeClock clock;
        Recorder all(clock, {{u"a"_s}, 3, 1.0});
        Recorder none(clock, {{u"b"_s}, 4, 0.0});
        const TraceContext unsampled = none.below({});
        QVERIFY(!unsampled.sampled);
        const TraceContext child = all.below(unsampled);
        QCOMPARE(child.trace, unsampled.trace);
        QVERIFY(child.span != unsampled.span);
        QVERIFY(!child.sampled); // the head decided
        QVERIFY(none.below(all.below({})).sampled);
    }

    void countsWhatIsPublishedByTopic()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"orders-1"_s}});
        recorder.countPublished({u"order.placed"_s}, 2);
        recorder.countPublished({u"order.placed"_s}, 3);
        recorder.countPublished({u"order.lost"_s}, 1);
        const auto period = recorder.drain();
        QCOMPARE(period.published.value({u"order.placed"_s}), 5U);
        QCOMPARE(period.published.value({u"order.lost"_s}), 1U);
        QVERIFY(recorder.drain().published.isEmpty());
    }

    void countsByEndpointAndLink()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}});
        const LinkId link{{u"cart"_s}, showProduct};
        recorder.countServed({{u"cart"_s}, u"GET /cart"_s}, {1ms, {}, true});
        recorder.countCalled(link, {1ms, {}, false});
        recorder.countCalled(link, {1ms, Kind::Reset, false});
        recorder.countOnLink(link, &Counters::retries);
        const InstanceTelemetry period = recorder.drain();
        QCOMPARE(period.instance.value, u"cart-1"_s);
        QCOMPARE(period.served.size(), 1);
        QCOMPARE(period.served.value({{u"cart"_s}, u"GET /cart"_s}).degraded, 1U);
        QCOMPARE(period.called.value(link).requests, 2U);
        QCOMPARE(period.called.value(link).failed(), 1U);
        QCOMPARE(period.called.value(link).retries, 1U);
    }

    void eachPeriodStartsWhereTheLastOneEnded()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}});
        const auto start = clock.now();
        recorder.countServed(showProduct, {1ms, {}, false});
        clock.advance(100ms);
        const InstanceTelemetry first = recorder.drain();
        clock.advance(100ms);
        const InstanceTelemetry second = recorder.drain();
        QCOMPARE(first.from, start);
        QCOMPARE(first.until, start + 100ms);
        QCOMPARE(second.from, first.until);
        QCOMPARE(second.until, start + 200ms);
        QCOMPARE(first.served.value(showProduct).requests, 1U);
        QVERIFY(second.served.isEmpty());
    }

    void measuresTheCpuTimeOfItsThread()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}});
        const auto before = threadCpuTime();
        while (threadCpuTime() - before < 5ms) { }
        const auto busy = recorder.drain().cpu;
        QVERIFY(busy >= 5ms);
        QVERIFY(busy <= threadCpuTime());
    }

    void keepsSampledFailedAndAnnotatedSpans()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}, 1, 0.0});
        TraceContext span = recorder.below({});
        QVERIFY(!recorder.keeps(span, {1ms, {}, false}));
        QVERIFY(recorder.keeps(span, {1ms, Kind::TimedOut, false}));
        recorder.annotate(span, u"Tried again"_s);
        QVERIFY(recorder.keeps(span, {1ms, {}, false}));
        QVERIFY(!recorder.keeps(recorder.below(span), {1ms, {}, false}));
        QCOMPARE(recorder.takeAnnotations(span).size(), 1U);
        QVERIFY(!recorder.keeps(span, {1ms, {}, false}));
        span.sampled = true;
        QVERIFY(recorder.keeps(span, {1ms, {}, false}));
    }

    void fullBuffersDropTheOldestAndSaySo()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}, 1, 1.0, 3, 2});
        for (int i = 0; i < 5; ++i) {
            clock.advance(1ms);
            recorder.record(spanOf(recorder.below({}), clock.now()), true);
        }
        const InstanceTelemetry period = recorder.drain();
        QCOMPARE(period.spans.size(), 3U);
        QCOMPARE(period.droppedSpans, 2U);
        QCOMPARE(period.spans.back().start, clock.now());
        QCOMPARE(period.spans.front().start, clock.now() - 2ms);
        QCOMPARE(recorder.drain().droppedSpans, 0U);
    }

    void aFloodOfSampledSpansPushesOutNoFailure()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}, 1, 1.0, 10, 5});
        Span failed = spanOf(recorder.below({}), clock.now());
        failed.failure = Kind::TimedOut;
        recorder.record(failed, false);
        for (int i = 0; i < 1'000; ++i)
            recorder.record(spanOf(recorder.below({}), clock.now() + 1ms), true);
        const InstanceTelemetry period = recorder.drain();
        QCOMPARE(period.spans.size(), 11U);
        QCOMPARE(period.spans.front().id, failed.id);
        QCOMPARE(period.droppedSpans, 990U);
    }

    void spansComeInTheOrderInWhichTheyEnded()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}, 1, 1.0});
        Span outer = spanOf(recorder.below({}), clock.now());
        outer.duration = 10ms;
        Span inner = spanOf(recorder.below({}), clock.now() + 2ms);
        inner.duration = 3ms;
        recorder.record(inner, false);
        recorder.record(outer, true);
        const auto spans = recorder.drain().spans;
        QCOMPARE(spans.front().id, inner.id);
        QCOMPARE(spans.back().id, outer.id);
        QCOMPARE(spans.back().instance.value, u"cart-1"_s);
    }

    void remarksOfSpansThatNeverEndAreBounded()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}, 1, 0.0});
        std::size_t kept = 0;
        std::vector<TraceContext> spans;
        for (int i = 0; i < 5'000; ++i) {
            spans.push_back(recorder.below({}));
            recorder.annotate(spans.back(), u"Tried again"_s);
        }
        for (const auto &span : spans)
            kept += recorder.takeAnnotations(span).size();
        QCOMPARE(kept, 1024U);
    }
};

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
