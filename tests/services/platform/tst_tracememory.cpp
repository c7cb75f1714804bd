// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/tracememory.h>

#include <QTest>

#include <tests/support/tracetext.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::system::PackagingId;
using model::telemetry::Span;
using services::platform::TraceMemory;

namespace {

Span span(std::uint16_t trace, std::chrono::milliseconds start = {})
{
    Span span;
    span.trace[0] = static_cast<std::uint8_t>(trace % 256);
    span.trace[1] = static_cast<std::uint8_t>(trace / 256);
    span.start = model::telemetry::Instant(start);
    return span;
}

} // namespace

class TestTraceMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsATraceInTheOrderOfTime()
    {
        TraceMemory memory;
        memory.take(m_fleet, {span(1, 20ms), span(2, 0ms)});
        memory.take(m_fleet, {span(1, 10ms)});
        const auto spans = memory.spansOf(m_fleet, span(1).trace);
        QCOMPARE(spans.size(), size_t(2));
        QVERIFY(spans[0].start < spans[1].start);
        QVERIFY(memory.spansOf({u"monolith"_s}, span(1).trace).empty());
    }

    void forgetsTheOldest()
    {
        TraceMemory memory;
        for (size_t trace = 0; trace <= TraceMemory::mostTraces; ++trace)
            memory.take(m_fleet, {span(static_cast<std::uint16_t>(trace))});
        QVERIFY(memory.spansOf(m_fleet, span(0).trace).empty());
        QCOMPARE(memory.spansOf(m_fleet, span(1).trace).size(), size_t(1));
    }

    void thinsWhatIsOldAndKeepsWhatIsNew()
    {
        TraceMemory memory;
        for (std::uint16_t trace = 0; trace < 6000; ++trace)
            memory.take(m_fleet, {span(trace)});
        const auto kept = [&](std::uint16_t from, std::uint16_t to) {
            int count = 0;
            for (auto trace = from; trace < to; ++trace)
                count += memory.spansOf(m_fleet, span(trace).trace).empty() ? 0 : 1;
            return count;
        };
        QVERIFY(kept(0, 6000) <= static_cast<int>(TraceMemory::mostTraces));
        QVERIFY(kept(5500, 6000) > 490);
        QVERIFY(kept(0, 2000) > 10); // the whole time is still there
        QVERIFY(kept(0, 2000) < kept(2000, 4000) && kept(2000, 4000) < kept(4000, 6000));
    }

    void keepsFailuresApart()
    {
        TraceMemory memory;
        auto failed = span(0);
        failed.failure = model::result::Kind::TimedOut;
        auto touched = span(1);
        touched.annotations = {{{}, u"slowed down"_s, u"slow"_s}};
        memory.take(m_fleet, {failed, touched});
        for (std::uint16_t trace = 2; trace < 6000; ++trace)
            memory.take(m_fleet, {span(trace)});
        QCOMPARE(memory.spansOf(m_fleet, failed.trace).size(), size_t(1));
        QCOMPARE(memory.spansOf(m_fleet, touched.trace).size(), size_t(1));
    }

    void glancesAtThoseWhichHaveEnded()
    {
        TraceMemory memory;
        const auto spans = tests::support::spansOf(u"journey browse 5-60\n  call storefront GET / 6-59\n"_s);
        memory.take(m_fleet, {spans[1]});
        QVERIFY(memory.glances().empty());
        memory.take(m_fleet, {spans[0]});
        memory.take(m_fleet, tests::support::spansOf(u"journey search 7-60"_s, 2));
        const auto glances = memory.glances();
        QCOMPARE(glances.size(), size_t(2));
        QCOMPARE(glances[0]->glance.journey.value, u"search"_s); // the newest
        QCOMPARE(glances[1]->glance.spans, 2);
        QCOMPARE(glances[1]->fleet, m_fleet);
        QCOMPARE(memory.glances()[1].get(), glances[1].get()); // nothing new is told of it
    }

    void keepsNoMoreThanSomeOfOneTrace()
    {
        TraceMemory memory;
        memory.take(m_fleet, std::vector<Span>(1000, span(7)));
        QCOMPARE(memory.spansOf(m_fleet, span(7).trace).size(), TraceMemory::mostSpans);
    }

private:
    const PackagingId m_fleet{u"microservices"_s};
};

QTEST_GUILESS_MAIN(TestTraceMemory)
#include "tst_tracememory.moc"
