// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/telemetry/idgenerator.h>
#include <services/telemetry/sampler.h>

#include <QTest>

#include <set>

using namespace services::telemetry;
using model::telemetry::SpanId;
using model::telemetry::TraceId;

class TestSampling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsItsShareOfTraces_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("none") << 0.0 << 0 << 0;
        QTest::newRow("less than none") << -1.0 << 0 << 0;
        QTest::newRow("one in a hundred") << 0.01 << 800 << 1'200;
        QTest::newRow("a half") << 0.5 << 49'000 << 51'000;
        QTest::newRow("all") << 1.0 << 100'000 << 100'000;
        QTest::newRow("more than all") << 2.0 << 100'000 << 100'000;
    }
    void keepsItsShareOfTraces()
    {
        QFETCH(double, share);
        QFETCH(int, least);
        QFETCH(int, most);
        IdGenerator ids(42);
        const Sampler sampler(share);
        int kept = 0;
        for (int i = 0; i < 100'000; ++i)
            kept += sampler.keeps(ids.traceId()) ? 1 : 0;
        QVERIFY2(kept >= least && kept <= most, qPrintable(QString::number(kept)));
    }

    void decidesByTheIdAlone()
    {
        IdGenerator ids(1);
        const Sampler here(0.3);
        const Sampler there(0.3);
        for (int i = 0; i < 1'000; ++i) {
            const TraceId trace = ids.traceId();
            QCOMPARE(here.keeps(trace), there.keeps(trace));
        }
    }

    void looksOnlyAtTheRandomBytes()
    {
        TraceId trace{};
        trace.fill(0xff);
        std::fill(trace.begin() + 9, trace.end(), std::uint8_t(0));
        QVERIFY(Sampler(0.000001).keeps(trace));
        trace[9] = 0xff;
        QVERIFY(!Sampler(0.99).keeps(trace));
    }

    void idsFollowTheSeed()
    {
        IdGenerator first(5);
        IdGenerator same(5);
        IdGenerator other(6);
        const TraceId trace = first.traceId();
        QCOMPARE(same.traceId(), trace);
        QVERIFY(other.traceId() != trace);
        QCOMPARE(first.spanId(), same.spanId());
    }

    void idsDoNotRepeat()
    {
        IdGenerator ids(9);
        std::set<SpanId> spans;
        std::set<TraceId> traces;
        for (int i = 0; i < 50'000; ++i) {
            QVERIFY(spans.insert(ids.spanId()).second);
            QVERIFY(traces.insert(ids.traceId()).second);
        }
        QVERIFY(!spans.contains(SpanId{}));
        QVERIFY(!traces.contains(TraceId{}));
    }
};

QTEST_GUILESS_MAIN(TestSampling)
#include "tst_sampling.moc"
