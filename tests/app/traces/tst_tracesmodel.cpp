// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sometraces.h"

#include <app/tables/healthcolours.h>
#include <app/traces/comparisonmodel.h>
#include <app/traces/detailsmodel.h>
#include <app/traces/tracesmodel.h>
#include <app/traces/waterfallmodel.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::traces;
using namespace std::chrono_literals;
using model::telemetry::Trace;
using tests::support::spansOf;
using tests::traces::glance;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class TestTracesModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsTracesInWords()
    {
        TracesModel model(m_shop.system, m_shop.shapes());
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.show(m_traces, {});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(model, 0, TracesModel::WhatColumn), u"Check out"_s);
        QCOMPARE(text(model, 0, TracesModel::ShapeColumn), u"Microservices"_s);
        QCOMPARE(text(model, 0, TracesModel::TookColumn), u"62 ms"_s);
        QCOMPARE(text(model, 0, TracesModel::HopsColumn), u"5"_s);
        QCOMPARE(text(model, 0, TracesModel::ResultColumn), u"✓ served"_s);
        QCOMPARE(text(model, 2, TracesModel::ResultColumn), u"✕ failed · ϟ hang"_s);
        const auto key = model.keyAt(2);
        QVERIFY(key.has_value());
        QCOMPARE(model.rowOf(*key), std::optional(2));
        model.show({m_traces[2]}, {});
        QCOMPARE(model.rowOf(*key), std::optional(0));
        QVERIFY(!model.keyAt(1).has_value());
    }

    void aFilterLetsThroughWhatIsWanted()
    {
        QCOMPARE(let({}), 3);
        TraceFilter filter;
        filter.fleets = {{u"monolith"_s}};
        QCOMPARE(let(filter), 1);
        filter = {};
        filter.result = TraceFilter::Result::Failed;
        QCOMPARE(let(filter), 1);
        filter.result = TraceFilter::Result::Served;
        QCOMPARE(let(filter), 2);
        filter = {};
        filter.isTouched = true;
        QCOMPARE(let(filter), 1);
        filter = {};
        filter.through = {u"shipping"_s};
        QCOMPARE(let(filter), 1);
        filter = {};
        filter.journey = {u"browse"_s};
        QCOMPARE(let(filter), 0);
        filter = {};
        filter.duration = {50ms, 62ms};
        QCOMPARE(let(filter), 2);
    }

    void drawsAWaterfallWithItsCriticalPath()
    {
        WaterfallModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.show(Trace(spansOf(tests::traces::checkOut)), m_shop.system, m_shop.microservices);
        QCOMPARE(model.rowCount(), 12);
        const auto &payments = model.bar(10);
        QCOMPARE(payments.title, u"Payments works on Payments 1"_s);
        QCOMPARE(payments.depth, 6);
        QVERIFY(std::abs(payments.from - 24.0 / 86) < 1e-9 && std::abs(payments.to - 45.0 / 86) < 1e-9);
        QCOMPARE(payments.critical.size(), size_t(1));
        QVERIFY(payments.words.contains(u"21 ms on the critical path"_s));
        QVERIFY(!model.bar(11).isAwaited && model.bar(11).critical.empty());
        model.show(Trace(spansOf(tests::traces::failedCheckOut)), m_shop.system, m_shop.microservices);
        QVERIFY(model.bar(5).hasFailed && model.bar(5).isTouched);
        QVERIFY(model.bar(5).words.contains(u"failed"_s));
        model.show({}, m_shop.system, m_shop.microservices);
        QCOMPARE(model.rowCount(), 0);
    }

    void tellsAllOfASpan()
    {
        DetailsModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        const Trace trace(spansOf(tests::traces::checkOut));
        model.show(trace, 9, m_shop.system, m_shop.microservices);
        const auto told = details(model);
        QCOMPARE(told.value(u"What"_s), u"asks Payments to charge 42.90"_s);
        QCOMPARE(told.value(u"Asked by"_s), u"Orders"_s);
        QCOMPARE(told.value(u"Way"_s), u"over the network"_s);
        QCOMPARE(told.value(u"Took"_s), u"23 ms"_s);
        QCOMPARE(told.value(u"By itself"_s), u"2.0 ms"_s);
        QCOMPARE(told.value(u"amount"_s), u"42.90"_s);
        model.show(trace, 10, m_shop.system, m_shop.microservices);
        QCOMPARE(details(model).value(u"Instance"_s), u"Payments 1"_s);
        QCOMPARE(details(model).value(u"Endpoint"_s), u"Payments POST /charges"_s);
        QVERIFY(details(model).value(u"Critical path"_s).startsWith(u"21 ms, 34 %"_s));
        model.show(trace, 0, m_shop.system, m_shop.microservices);
        QCOMPARE(details(model).value(u"What"_s), u"Check out"_s);
        QVERIFY(!details(model).contains(u"Endpoint"_s)); // a customer's wish is none
        model.show(trace, 7, m_shop.system, m_shop.microservices);
        QCOMPARE(details(model).value(u"Tries"_s), u"2"_s);
        const Trace failed(spansOf(tests::traces::failedCheckOut));
        model.show(failed, 5, m_shop.system, m_shop.microservices);
        QCOMPARE(details(model).value(u"Failed"_s), u"no answer within 500 ms"_s);
        QCOMPARE(details(model).value(u"Fault"_s), u"hang Payments hangs"_s);
        model.show(failed, -1, m_shop.system, m_shop.microservices);
        QCOMPARE(model.rowCount(), 0);
    }

    void comparesTwoRequests()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        const Trace served(spansOf(tests::traces::checkOut));
        const Trace failed(spansOf(tests::traces::failedCheckOut));
        model.show({u"One"_s, served}, {u"Another"_s, failed}, m_shop.system);
        QCOMPARE(model.headerData(ComparisonModel::OneColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"One"_s);
        QCOMPARE(model.headerData(ComparisonModel::OtherColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"Another"_s);
        QCOMPARE(text(model, 0, ComparisonModel::WhatColumn), u"In all"_s);
        QCOMPARE(text(model, 0, ComparisonModel::OneColumn), u"62 ms"_s);
        QCOMPARE(text(model, 0, ComparisonModel::OtherColumn), u"✕ 520 ms"_s);
        QCOMPARE(text(model, 0, ComparisonModel::DifferenceColumn), u"+458 ms"_s);
        QCOMPARE(model.index(0, ComparisonModel::OtherColumn).data(app::tables::healthRole).toInt(),
                 static_cast<int>(app::wording::Health::Bad));
        QCOMPARE(text(model, 6, ComparisonModel::WhatColumn), u"asks Cart to show the cart"_s);
        QCOMPARE(text(model, 6, ComparisonModel::OtherColumn), u"–"_s); // not in the other one
        QCOMPARE(text(model, 6, ComparisonModel::DifferenceColumn), QString());
        QCOMPARE(row(model, 1), u"Hops: calls over the network|5|3|−2"_s);
        const Trace inOneBox(spansOf(tests::traces::checkOutInOneBox));
        model.show({u"One"_s, inOneBox}, {u"Another"_s, served}, m_shop.system);
        QCOMPARE(row(model, 0), u"In all|50 ms|62 ms|+12 ms"_s);
        QCOMPARE(row(model, 1), u"Hops: calls over the network|1|5|+4"_s);
        model.show({u"One"_s, {}}, {u"Another"_s, served}, m_shop.system);
        QCOMPARE(model.rowCount(), 13); // its pieces, and the hops
        QCOMPARE(row(model, 0), u"In all|–|62 ms|"_s);
        QCOMPARE(row(model, 1), u"Hops: calls over the network|–|5|"_s);
    }

private:
    int let(const TraceFilter &filter) const
    {
        return static_cast<int>(
            std::ranges::count_if(m_traces, [&](const auto &trace) { return filter.lets(*trace); }));
    }
    static QString text(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static QString row(const QAbstractItemModel &model, int row)
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << text(model, row, column);
        return cells.join(u'|');
    }
    static QMap<QString, QString> details(const DetailsModel &model)
    {
        QMap<QString, QString> all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.insert(text(model, row, DetailsModel::NameColumn),
                       text(model, row, DetailsModel::ValueColumn));
        return all;
    }

    const tests::support::Shop m_shop;
    const Glances m_traces{glance(u"microservices"_s, tests::traces::checkOut),
                           glance(u"monolith"_s, tests::traces::checkOutInOneBox, 2),
                           glance(u"microservices"_s, tests::traces::failedCheckOut, 3)};
};

QTEST_GUILESS_MAIN(TestTracesModel)
#include "tst_tracesmodel.moc"
