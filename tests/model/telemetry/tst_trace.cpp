// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/telemetry/trace.h>

#include <QTest>

#include <tests/support/tracetext.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::telemetry::Trace;
using tests::support::millisecond;
using tests::support::spansOf;

class TestTrace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isATreeInTheOrderOfTime()
    {
        const QString text = u"journey check-out 0-60\n"
                             "  call storefront POST /api/orders 1-59\n"
                             "    serve storefront POST /api/orders 2-58\n"
                             "      call cart GET /cart 30-40\n"
                             "      call orders POST /orders 3-20\n"
                             "        serve orders POST /orders 4-19\n"_s;
        auto spans = spansOf(text);
        std::ranges::reverse(spans);
        const Trace trace(spans);
        QCOMPARE(operations(trace),
                 (QStringList{u"0 check-out"_s, u"1 POST /api/orders"_s, u"2 POST /api/orders"_s,
                              u"3 POST /orders"_s, u"4 POST /orders"_s, u"3 GET /cart"_s}));
        QCOMPARE(trace.node(2).children, (std::vector<int>{3, 5}));
        QCOMPARE(trace.node(5).parent, 2);
        QCOMPARE(trace.duration(), 60ms);
        QVERIFY(trace.end() == millisecond(60));
    }

    void orphansStandAtTheTopBelowTheCustomer()
    {
        auto spans = spansOf(u"journey browse 5-60\n"
                             "  call storefront GET /api/products 6-59\n"
                             "    serve catalogue GET /products 2-58\n"_s);
        spans.erase(spans.begin() + 1); // was not kept
        const Trace trace(spans);
        QCOMPARE(operations(trace), (QStringList{u"0 browse"_s, u"0 GET /products"_s}));
        QVERIFY(trace.begin() == millisecond(2));
        QCOMPARE(trace.duration(), 55ms);
        QVERIFY(Trace().isEmpty());
        QCOMPARE(Trace().root(), -1);
    }

    void keepsOnceWhatCameTwice()
    {
        auto spans = spansOf(u"journey browse 0-60\n  call storefront GET / 1-59\n"_s);
        spans.push_back(spans.back());
        QCOMPARE(Trace(spans).nodes().size(), size_t(2));
    }

    void knowsWhatASpanDidItself()
    {
        const Trace trace(spansOf(u"serve orders POST /orders 0-100\n"
                                  "  call cart GET /cart 10-30\n"
                                  "  call inventory POST /reservations 20-50\n" // at the same time
                                  "  call payments POST /charges 60-120\n" // answered too late
                                  "  message shipping order.placed 55-58\n"_s));
        QCOMPARE(trace.selfTime(0), 20ms);
        QCOMPARE(trace.selfTime(1), 20ms);
        QVERIFY(trace.isAsynchronous(3));
        QVERIFY(!trace.isAsynchronous(1));
    }

private:
    static QStringList operations(const Trace &trace)
    {
        QStringList lines;
        for (const auto &node : trace.nodes())
            lines << u"%1 %2"_s.arg(node.depth).arg(node.span.endpoint.operation);
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
