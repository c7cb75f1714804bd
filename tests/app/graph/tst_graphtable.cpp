// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/graphtable.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests::graph;

class TestGraphTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysTheSameAsThePicture()
    {
        GraphTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Vitality vitality;
        vitality.nodes[unit(u"left"_s)] = {app::wording::Health::Bad, u"3 /s"_s, u"crashed 3 s"_s, {}};
        model.show(scene(), vitality);
        QCOMPARE(model.rowCount(), 6); // three units and two modules, and a line
        const int left = model.rowOf({unit(u"left"_s), {}});
        const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(left, GraphTableModel::Name), u"Left"_s);
        QCOMPARE(cell(left, GraphTableModel::Team), u"Web"_s);
        QCOMPARE(cell(left, GraphTableModel::State), u"◆ crashed 3 s"_s);
        QVERIFY(!cell(model.rowOf({unit(u"right"_s), {}}), GraphTableModel::CalledBy).isEmpty());
        QCOMPARE(cell(model.rowOf({unit(u"below"_s), {{u"one"_s}}}), GraphTableModel::What),
                 u"module of Below"_s);
        const auto origin = model.headerData(GraphTableModel::State, Qt::Horizontal, Qt::ToolTipRole);
        QCOMPARE(origin.toString(), u"Measured; faults in force as they were set"_s); // and of topics, too
        model.show({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void choosingARowIsChoosingTheNode()
    {
        GraphTable table(u"Table"_s);
        const QAbstractItemModelTester tester(table.model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.resize(800, 300);
        table.show(scene(), {});
        table.QWidget::show();
        QSignalSpy chosen(&table, &GraphTable::chosen);
        QSignalSpy verbs(&table, &GraphTable::verbsWanted);
        const QRect second = table.visualRect(table.model()->index(1, 0));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, second.center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<Target>().node, unit(u"right"_s));
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(chosen.size(), 2);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(verbs.size(), 1);
        QCOMPARE(verbs[0][0].value<Target>().node, unit(u"below"_s));
    }

    void followsWhatIsChosenElsewhereWithoutAWord()
    {
        GraphTable table(u"Table"_s);
        table.show(scene(), {});
        QSignalSpy chosen(&table, &GraphTable::chosen);
        table.setSelected(Target{unit(u"below"_s), {{u"two"_s}}});
        QCOMPARE(table.currentIndex().data().toString(), scene().title({unit(u"below"_s), {{u"two"_s}}}));
        table.setSelected({});
        QVERIFY(table.selectionModel()->selectedRows().isEmpty());
        QCOMPARE(chosen.size(), 0);
    }

    void isSortedByAnyColumn()
    {
        GraphTable table(u"Table"_s);
        table.show(scene(), {});
        table.sortByColumn(GraphTableModel::Name, Qt::DescendingOrder);
        QStringList names;
        for (int row = 0; row < table.model()->rowCount(); ++row)
            names << table.model()->index(row, 0).data().toString();
        auto sorted = names;
        std::ranges::sort(sorted, [](const QString &one, const QString &other) {
            return QString::compare(one, other, Qt::CaseInsensitive) > 0;
        });
        QCOMPARE(names, sorted);
    }

    void isSortedByKeysAndSaysHow()
    {
        GraphTable table(u"Table"_s);
        table.show(scene(), {});
        table.QWidget::show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.setFocus();
        const auto names = [&table] {
            QStringList all;
            for (int row = 0; row < table.model()->rowCount(); ++row)
                all << table.model()->index(row, GraphTableModel::Name).data().toString();
            return all;
        };
        const auto asInThePicture = names();
        QTest::keyClick(&table, Qt::Key_Right, Qt::AltModifier); // to the first column
        auto sorted = asInThePicture;
        sorted.sort(Qt::CaseInsensitive);
        QCOMPARE(names(), sorted);
        QVERIFY(table.accessibleDescription().contains(u"Name"_s));
        QTest::keyClick(&table, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(names(), asInThePicture);
        QVERIFY(table.accessibleDescription().isEmpty());
    }
};

QTEST_MAIN(TestGraphTable)
#include "tst_graphtable.moc"
