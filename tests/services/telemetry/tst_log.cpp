// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/telemetry/ring.h>
#include <services/telemetry/serverspan.h>

#include <QTest>

#include <tests/support/fakeclock.h>

using namespace model::telemetry;
using namespace services::telemetry;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using tests::support::FakeClock;

// What an instance writes into its log.
class TestLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFullRingForgetsTheOldest()
    {
        Ring<LogLine> ring(3);
        for (int each = 1; each <= 5; ++each)
            ring.add(lineWith(QString::number(each)));
        std::vector<LogLine> lines;
        QCOMPARE(ring.drainInto(lines), std::uint64_t(2));
        QCOMPARE(wordsOf(lines), u"3 4 5"_s);
        lines.clear();
        ring.add(lineWith(u"6"_s));
        QCOMPARE(ring.drainInto(lines), std::uint64_t(0));
        QCOMPARE(wordsOf(lines), u"6"_s);
    }

    void aRingWithoutRoomCountsWhatItLoses()
    {
        Ring<LogLine> ring(0);
        ring.add(lineWith(u"1"_s));
        std::vector<LogLine> lines;
        QCOMPARE(ring.drainInto(lines), std::uint64_t(1));
        QVERIFY(lines.empty());
    }

    void notesEachRequestWhateverIsSampled()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}, 3, 0.0});
        {
            ServerSpan span(recorder, request(), true);
            clock.advance(7ms);
            span.finish(model::result::Result<services::contract::Reply>(services::contract::Reply()));
        }
        {
            ServerSpan span(recorder, request(), true);
            span.finish(model::result::Result<services::contract::Reply>(
                model::result::failure(model::result::Kind::NotFound, u"There is no such product"_s)));
        }
        const auto lines = recorder.drain().lines;
        QCOMPARE(lines.size(), size_t(2));
        QCOMPARE(lines[0].level, LogLevel::Information);
        QCOMPARE(lines[0].matter, LogMatter::Served);
        QCOMPARE(lines[0].endpoint.operation, u"GET /cart"_s);
        QCOMPARE(lines[0].caller.value, u"storefront"_s);
        QCOMPARE(lines[0].duration, 7ms);
        QVERIFY(!lines[0].isTraced);
        QVERIFY(lines[0].trace != TraceId{});
        QCOMPARE(lines[1].level, LogLevel::Error);
        QCOMPARE(lines[1].words, u"There is no such product"_s);
        QVERIFY(lines[1].isTraced); // what fails is kept
        QVERIFY(recorder.drain().lines.empty());
    }

    void notesRemarksAndDecisions()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}, 3, 1.0});
        const auto span = recorder.below({});
        recorder.touch(span, u"slow"_s, u"Held for 200 ms"_s);
        const LinkId link{{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}};
        for (int again = 0; again < 5; ++again) // written down once a second
            recorder.decide(DecisionKind::BulkheadFull, link, u"full"_s);
        recorder.decide(DecisionKind::BreakerClosed, link, u"closed again"_s);
        const auto lines = recorder.drain().lines;
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines[0].matter, LogMatter::Remark);
        QCOMPARE(lines[0].fault, u"slow"_s);
        QCOMPARE(lines[0].trace, span.trace);
        QCOMPARE(lines[1].level, LogLevel::Warning);
        QCOMPARE(lines[1].endpoint.capability.value, u"payments"_s);
        QCOMPARE(lines[1].caller.value, u"orders"_s);
        QCOMPARE(lines[2].level, LogLevel::Information);
    }

    void notesOnceWhatIsDecidedOfARequest()
    {
        FakeClock clock;
        Recorder recorder(clock, {{u"cart-1"_s}, 3, 1.0});
        const LinkId link{{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}};
        const auto first = recorder.below({});
        const auto second = recorder.below({});
        for (const auto &span : {first, second}) // the other one is no decision of its own
            recorder.decideOn(span, DecisionKind::CallTimedOut, link, u"given up"_s);
        QCOMPARE(recorder.takeAnnotations(first).size(), size_t(1));
        QCOMPARE(recorder.takeAnnotations(second).size(), size_t(1));
        const auto period = recorder.drain();
        QCOMPARE(period.decisions.size(), size_t(1));
        QCOMPARE(period.lines.size(), size_t(2));
        QCOMPARE(period.lines[0].matter, LogMatter::Decision);
        QCOMPARE(period.lines[0].trace, first.trace);
        QVERIFY(period.lines[0].isTraced);
        QCOMPARE(period.lines[1].matter, LogMatter::Remark);
        QCOMPARE(period.lines[1].trace, second.trace);
    }

private:
    static LogLine lineWith(const QString &words)
    {
        LogLine line;
        line.words = words;
        return line;
    }
    static QString wordsOf(const std::vector<LogLine> &lines)
    {
        QStringList words;
        for (const auto &line : lines)
            words << line.words;
        return words.join(u' ');
    }
    static services::contract::Request request()
    {
        services::contract::Request request;
        request.endpoint = {{u"cart"_s}, u"GET /cart"_s};
        request.context.caller = {u"storefront"_s};
        return request;
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
