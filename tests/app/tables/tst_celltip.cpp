// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/tables/celltip.h>
#include <app/tables/quiettable.h>

#include <QHelpEvent>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace app::tables;

// On hover a cell says where its number comes from, as its column's head does.
class TestCellTip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatTheColumnIs_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("ofColumn");
        QTest::addColumn<QString>("told");
        QTest::addRow("of the column alone") << QString() << u"Measured"_s << u"Measured"_s;
        QTest::addRow("of the cell first") << u"a-long-key"_s << u"Measured"_s << u"a-long-key\nMeasured"_s;
        QTest::addRow("nothing twice")
            << u"Measured, and traced"_s << u"Measured"_s << u"Measured, and traced"_s;
        QTest::addRow("of the cell alone") << u"a-long-key"_s << QString() << u"a-long-key"_s;
        QTest::addRow("nothing") << QString() << QString() << QString();
    }
    void tellsWhatTheColumnIs()
    {
        QFETCH(QString, own);
        QFETCH(QString, ofColumn);
        QFETCH(QString, told);
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), own, Qt::ToolTipRole);
        model.setHeaderData(0, Qt::Horizontal, ofColumn, Qt::ToolTipRole);
        QCOMPARE(cellTip(model.index(0, 0)), told);
    }

    void isShownOnHover_data()
    {
        QTest::addColumn<QString>("ofColumn");
        QTest::addColumn<QString>("told");
        QTest::addRow("of the column") << u"Measured"_s << u"Measured"_s;
        QTest::addRow("the table's, where there is none of the cell") << QString() << u"Double-click"_s;
    }
    void isShownOnHover()
    {
        QFETCH(QString, ofColumn);
        QFETCH(QString, told);
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), u"12"_s);
        model.setHeaderData(0, Qt::Horizontal, ofColumn, Qt::ToolTipRole);
        QuietTable table(u"Numbers"_s);
        table.setToolTip(u"Double-click"_s);
        table.setModel(&model);
        table.show();
        const QPoint place = table.visualRect(model.index(0, 0)).center();
        QHelpEvent hover(QEvent::ToolTip, place, table.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(table.viewport(), &hover);
        QCOMPARE(QToolTip::text(), told);
    }
};

QTEST_MAIN(TestCellTip)
#include "tst_celltip.moc"
