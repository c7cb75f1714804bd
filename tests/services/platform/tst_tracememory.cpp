// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/tracememory.h>

#include <QTest>

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
