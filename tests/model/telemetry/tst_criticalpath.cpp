// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/telemetry/criticalpath.h>

#include <QTest>

#include <tests/support/tracetext.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::telemetry::Trace;

class TestCriticalPath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatTheAnswerWaitedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("path"); // "capability from-to"
        QTest::newRow("a request without calls is its own path")
            << u"serve cart GET /cart 0-10"_s << QStringList{u"cart 0-10"_s};
        QTest::newRow("calls one after another are all on it")
            << u"serve orders POST /orders 0-100\n"
               "  call cart GET /cart 10-30\n"
               "  call payments POST /charges 40-90\n"_s
            << QStringList{u"orders 0-10"_s, u"cart 10-30"_s, u"orders 30-40"_s, u"payments 40-90"_s,
                           u"orders 90-100"_s};
        QTest::newRow("of calls at the same time only the last to return")
            << u"serve storefront GET /home 0-100\n"
               "  call recommendations GET /recommendations 10-40\n"
               "  call catalogue GET /products 10-80\n"_s
            << QStringList{u"storefront 0-10"_s, u"catalogue 10-80"_s, u"storefront 80-100"_s};
        QTest::newRow("one that had returned before the last began is on it")
            << u"serve storefront GET /home 0-100\n"
               "  call accounts GET /accounts/me 5-20\n"
               "  call recommendations GET /recommendations 10-40\n"
               "  call catalogue GET /products 30-80\n"_s
            << QStringList{u"storefront 0-5"_s, u"accounts 5-20"_s, u"storefront 20-30"_s,
                           u"catalogue 30-80"_s, u"storefront 80-100"_s};
        QTest::newRow("it goes down to who did the work")
            << u"call payments POST /charges 0-30\n"
               "  serve payments-service POST /charges 4-26\n"_s
            << QStringList{u"payments 0-4"_s, u"payments-service 4-26"_s, u"payments 26-30"_s};
        QTest::newRow("nobody waits for messages") << u"serve orders POST /orders 0-100\n"
                                                      "  message shipping order.placed 90-95\n"
                                                      "  message shipping order.placed 150-180\n"_s
                                                   << QStringList{u"orders 0-100"_s};
        QTest::newRow("a call that outlives its caller counts up to the caller's end")
            << u"serve orders POST /orders 0-50\n"
               "  call payments POST /charges 10-200\n"_s
            << QStringList{u"orders 0-10"_s, u"payments 10-50"_s};
        QTest::newRow("calls without any duration do no harm")
            << u"serve orders POST /orders 0-50\n"
               "  call cart GET /cart 20-20\n"
               "  call payments POST /charges 50-50\n"_s
            << QStringList{u"orders 0-20"_s, u"orders 20-50"_s};
    }

    void isWhatTheAnswerWaitedFor()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, path);
        const Trace trace(tests::support::spansOf(text));
        QStringList found;
        auto last = trace.node(0).span.start;
        for (const auto &piece : model::telemetry::criticalPathOf(trace)) {
            QVERIFY(piece.from == last); // without gaps
            last = piece.to;
            found << u"%1 %2-%3"_s.arg(trace.node(piece.span).span.endpoint.capability.value)
                         .arg(piece.from.time_since_epoch() / 1ms)
                         .arg(piece.to.time_since_epoch() / 1ms);
        }
        QVERIFY(last == trace.endOf(0));
        QCOMPARE(found, path);
    }

    void itsTimesAddUpToTheWait()
    {
        const Trace trace(tests::support::spansOf(u"journey check-out 0-100\n"
                                                  "  call storefront POST /api/orders 5-95\n"
                                                  "    serve storefront POST /api/orders 7-90\n"
                                                  "      call orders POST /orders 10-40\n"
                                                  "      call orders POST /orders 41-88\n"_s));
        const auto times = model::telemetry::criticalTimes(trace);
        auto sum = 0ns;
        for (const auto time : times)
            sum += time;
        QCOMPARE(sum, 100ms);
        QCOMPARE(times[3], 30ms);
        QVERIFY(model::telemetry::criticalPathOf(Trace()).empty());
    }
};

QTEST_GUILESS_MAIN(TestCriticalPath)
#include "tst_criticalpath.moc"
