// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/capacitychart.h>
#include <app/charts/timelinechart.h>

#include <QApplication>
#include <QDragEnterEvent>
#include <QGraphicsView>
#include <QMimeData>
#include <QTest>
#include <QUrl>

#include <functional>

using namespace Qt::StringLiterals;
using namespace app::charts;

namespace {

class Window : public QWidget
{
public:
    Window() { setAcceptDrops(true); }

    QList<QUrl> m_dropped;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override { event->acceptProposedAction(); }
    void dropEvent(QDropEvent *event) override { m_dropped << event->mimeData()->urls(); }
};

} // namespace

// Whoever drops a system's file somewhere on the window means the window.
class TestDrops : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileDroppedOnAChartReachesTheWindow_data()
    {
        using Maker = std::function<QGraphicsView *(QWidget *)>;
        QTest::addColumn<Maker>("made");
        QTest::addRow("on the time line") << Maker([](QWidget *window) {
            return new TimelineChart(u"Journeys"_s, {TimelineChart::Line{u"One"_s}}, window);
        });
        QTest::addRow("on the capacity") << Maker([](QWidget *window) {
            return new CapacityChart(u"Capacity"_s, app::style::Role::Monolith, window);
        });
    }
    void aFileDroppedOnAChartReachesTheWindow()
    {
        QFETCH(std::function<QGraphicsView *(QWidget *)>, made);
        Window window;
        window.resize(300, 200);
        auto *chart = made(&window);
        chart->setGeometry(window.rect());
        window.show();
        const QUrl url = QUrl::fromLocalFile(u"/somewhere/system.json"_s);
        QMimeData data;
        data.setUrls({url});
        const QPoint middle = chart->viewport()->rect().center();
        QDragEnterEvent entering(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(chart->viewport(), &entering);
        QVERIFY(entering.isAccepted());
        QDropEvent dropping(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(chart->viewport(), &dropping);
        QCOMPARE(window.m_dropped, QList{url});
    }
};

QTEST_MAIN(TestDrops)
#include "tst_drops.moc"
