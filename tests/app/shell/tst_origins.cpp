// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/capacitycard.h>
#include <app/charts/capacitychart.h>
#include <app/charts/timelinechart.h>
#include <app/charts/timelinefigure.h>
#include <app/graph/graphpane.h>
#include <app/graph/graphtablemodel.h>
#include <app/inspector/datamodel.h>
#include <app/messages/lettersmodel.h>
#include <app/messages/queuesmodel.h>
#include <app/sagas/ordersmodel.h>
#include <app/shell/topbar.h>
#include <app/shell/weakpoints.h>
#include <app/traces/tracesmodel.h>

#include <QHelpEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QToolTip>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;

namespace {

bool saysOrigin(const QString &words)
{
    static const QRegularExpression origin(u"measured|predicted|declared"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return words.contains(origin);
}

// The titles of its columns that say no origin on hover, but for those which hold words.
QStringList silentColumns(const QAbstractItemModel &model, const QSet<int> &ofWords)
{
    QStringList silent;
    for (int column = 0; column < model.columnCount(); ++column) {
        const auto told = [&](int role) { return model.headerData(column, Qt::Horizontal, role).toString(); };
        if (!ofWords.contains(column) && !saysOrigin(told(Qt::ToolTipRole)))
            silent << told(Qt::DisplayRole);
    }
    return silent;
}

// The labels in it with a number that say no origin, neither in their words nor on hover.
QStringList silentLabels(const QWidget &panel)
{
    static const QRegularExpression number(u"\\d"_s);
    QStringList silent;
    for (const auto *label : panel.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&panel) && label->text().contains(number)
            && !saysOrigin(label->text() + label->toolTip()))
            silent << label->text();
    }
    return silent;
}

QString hovered(QAbstractScrollArea &area)
{
    area.resize(300, 200);
    area.QWidget::show();
    const QPoint middle = area.viewport()->rect().center();
    QHelpEvent hover(QEvent::ToolTip, middle, area.viewport()->mapToGlobal(middle));
    QCoreApplication::sendEvent(area.viewport(), &hover);
    return QToolTip::text();
}

app::charts::CapacityForecast forecast()
{
    app::charts::CapacityForecast forecast;
    forecast.now = {143, u"Catalogue"_s, 4, {}};
    forecast.oneMore = {168, u"Cart"_s, 2, {}};
    forecast.networkHop = app::charts::Milliseconds(0.312);
    forecast.areHopsMeasured = true;
    return forecast;
}

app::charts::CapacityMeasurement measurement()
{
    using app::charts::Milliseconds;
    app::charts::CapacityMeasurement measurement;
    measurement.load = 60;
    measurement.mean = {Milliseconds(41), Milliseconds(44)};
    measurement.p95 = {Milliseconds(100), Milliseconds(94)};
    measurement.seconds = 30;
    measurement.attempts = 1800;
    measurement.lost = 700;
    return measurement;
}

} // namespace

// Each number says on hover whether it was measured, predicted or declared.
class TestOrigins : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QToolTip::hideText(); }

    void eachColumnOfNumbersSaysItsOrigin()
    {
        using namespace app;
        const messages::LettersModel letters;
        QCOMPARE(
            silentColumns(letters, {messages::LettersModel::TopicColumn, messages::LettersModel::KeyColumn}),
            QStringList());
        const messages::QueuesModel queues(m_shop.system);
        QCOMPARE(silentColumns(queues,
                               {messages::QueuesModel::ShapeColumn, messages::QueuesModel::ConsumerColumn}),
                 QStringList());
        const sagas::OrdersModel orders;
        QCOMPARE(silentColumns(orders, {sagas::OrdersModel::OrderColumn}), QStringList());
        const auto shapes = m_shop.shapes();
        const traces::TracesModel requests(m_shop.system, shapes);
        QCOMPARE(silentColumns(requests, {traces::TracesModel::WhatColumn, traces::TracesModel::ShapeColumn}),
                 QStringList());
        using graph::GraphTableModel;
        GraphTableModel nodes;
        QCOMPARE(silentColumns(nodes,
                               {GraphTableModel::Name, GraphTableModel::What, GraphTableModel::Team,
                                GraphTableModel::Calls, GraphTableModel::CalledBy}),
                 QStringList());
        const shell::WeakPoints points(m_shop.system);
        QCOMPARE(silentColumns(points, {shell::WeakPoints::Loss}), QStringList());
    }

    void aRowOfAStoreSaysThatItIsRead()
    {
        app::inspector::DataModel rows;
        services::platform::TableReading reading;
        reading.name = u"orders"_s;
        reading.columns = {u"id"_s, u"total"_s};
        rows.show(reading);
        QCOMPARE(rows.columnCount(), 2);
        QCOMPARE(silentColumns(rows, {}), QStringList());
    }

    void aLossIsPredicted()
    {
        app::shell::WeakPoints points(m_shop.system);
        points.show(m_shop.monolith, {model::analysis::SinglePoint()});
        QVERIFY(saysOrigin(points.index(0, app::shell::WeakPoints::Down).data(Qt::ToolTipRole).toString()));
    }

    void eachLabelWithANumberSaysItsOrigin()
    {
        app::shell::TopBar bar(m_shop.system, m_shop.shapes());
        bar.setShoppersPerSecond(60);
        QCOMPARE(silentLabels(bar), QStringList());
        services::platform::Layouts layouts;
        const app::graph::GraphPane pane(m_shop.system, m_shop.microservices, layouts);
        QCOMPARE(silentLabels(pane), QStringList());
        app::charts::CapacityCard card(u"Monolith"_s, app::style::Role::Monolith);
        card.expect(forecast());
        card.add(measurement());
        QCOMPARE(silentLabels(card), QStringList());
        QVERIFY(card.findChildren<QLabel *>().size() > 4); // or nothing has been looked at
    }

    void theBodyOfAChartSaysItsOrigin()
    {
        using namespace app::charts;
        for (const auto figure : allFigures) {
            TimelineChart line({}, {});
            line.setLines(meaning(figure), {});
            QVERIFY2(saysOrigin(meaning(figure)), qPrintable(meaning(figure)));
            QCOMPARE(hovered(line).simplified(), meaning(figure));
        }
        CapacityChart capacity(u"Capacity"_s, app::style::Role::Monolith);
        QVERIFY(hovered(capacity).contains(u"predicted by the model"_s));
    }

private:
    const tests::support::Shop m_shop;
};

QTEST_MAIN(TestOrigins)
#include "tst_origins.moc"
