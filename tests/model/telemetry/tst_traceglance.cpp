// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/telemetry/traceglance.h>

#include <QTest>

#include <tests/support/tracetext.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::telemetry::glanceOf;
using model::telemetry::TraceStatus;
using tests::support::spansOf;

class TestTraceGlance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatACustomerMet()
    {
        const auto glance
            = glanceOf(spansOf(u"journey check-out 10-70\n"
                               "  call storefront POST /api/orders 11-69\n"
                               "    serve storefront POST /api/orders 12-68\n"
                               "      call orders POST /orders 13-60 | remark Tried again: refused\n"
                               "        serve orders POST /orders 14-59 | fault slow 5 ms\n"
                               "          call cart GET /cart 15-20 | local\n"
                               "            serve cart GET /cart 16-19 | fault slow 5 ms\n"_s));
        QVERIFY(glance.has_value());
        QCOMPARE(glance->journey.value, u"check-out"_s);
        QCOMPARE(glance->duration, 60ms);
        QCOMPARE(glance->status, TraceStatus::Served);
        QCOMPARE(glance->spans, 7);
        QCOMPARE(glance->hops, 2); // one call stayed in its unit
        QCOMPARE(glance->retries, 1);
        QCOMPARE(glance->faults, QStringList{u"slow"_s});
        QVERIFY(glance->isWhole);
        QStringList names;
        for (const auto &capability : glance->capabilities)
            names << capability.value;
        QCOMPARE(names, (QStringList{u"storefront"_s, u"orders"_s, u"cart"_s}));
    }

    void tellsWhyItWentWrong()
    {
        const auto failed = glanceOf(spansOf(u"journey browse 0-9 | failed nobody there | unsampled"_s));
        QCOMPARE(failed->status, TraceStatus::Failed);
        QCOMPARE(failed->why, u"nobody there"_s);
        QVERIFY(!failed->isWhole);
        const auto degraded = glanceOf(spansOf(u"journey browse 0-9 | fact degraded=late"_s));
        QCOMPARE(degraded->status, TraceStatus::Degraded);
        QCOMPARE(degraded->why, u"late"_s);
    }

    void isNothingUntilTheCustomerHasHisAnswer()
    {
        auto spans = spansOf(u"journey browse 0-9\n  call storefront GET / 1-8\n"_s);
        spans.erase(spans.begin());
        QVERIFY(!glanceOf(spans).has_value());
        QVERIFY(!glanceOf({}).has_value());
    }

    void namesASingleRequestByItsOperation()
    {
        const auto glance = glanceOf(spansOf(u"serve cart GET /cart 1-8"_s));
        QVERIFY(glance->journey.isEmpty());
        QCOMPARE(glance->operation, u"cart GET /cart"_s);
    }
};

QTEST_GUILESS_MAIN(TestTraceGlance)
#include "tst_traceglance.moc"
