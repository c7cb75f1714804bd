// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/graphtable.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests::graph;

Q_DECLARE_METATYPE(app::graph::Vitality)

// The lines of a picture in its table.
class TestCallRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallSaysBetweenWhomItGoesAndHow_data()
    {
        QTest::addColumn<Vitality>("vitality");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("measured");
        Vitality vitality;
        QTest::addRow("nobody has called") << vitality << QString() << QString();
        vitality.nodes[unit(u"right"_s)].health = Health::Bad;
        QTest::addRow("nobody would answer") << vitality << u"◆ nobody answers"_s << QString();
        vitality.nodes.clear();
        vitality.calls[line()] = u"12 /s"_s;
        vitality.edges[line()] = Health::Good;
        QTest::addRow("all is well") << vitality << u"● answered"_s << u"12 /s"_s;
        vitality.calls[line()] = u"12 /s · 10 % fail"_s;
        vitality.edges[line()] = Health::Degraded;
        QTest::addRow("some fail") << vitality << u"◐ some calls fail"_s << u"12 /s · 10 % fail"_s;
        vitality.breakers[line()] = BreakerState::HalfOpen;
        QTest::addRow("a breaker tries")
            << vitality << u"◐ some calls fail, breaker tries"_s << u"12 /s · 10 % fail"_s;
        vitality.breakers.clear();
        vitality.calls[line()] = u"12 /s · 80 % fail"_s;
        vitality.edges[line()] = Health::Bad;
        vitality.lines[line()] = LineTrouble::Cut;
        QTest::addRow("it is cut") << vitality << u"◆ calls fail, cut off"_s << u"12 /s · 80 % fail"_s;
    }
    void aCallSaysBetweenWhomItGoesAndHow()
    {
        QFETCH(Vitality, vitality);
        QFETCH(QString, state);
        QFETCH(QString, measured);
        GraphTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(named(), vitality);
        const int row = model.rowOf(target());
        QCOMPARE(row, 5); // after the nodes
        const auto cell = [&](int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(GraphTableModel::Name), u"Left → Right"_s);
        QCOMPARE(cell(GraphTableModel::What), u"call"_s);
        QCOMPARE(cell(GraphTableModel::CalledBy), u"Left"_s);
        QCOMPARE(cell(GraphTableModel::Calls), u"Right"_s);
        QCOMPARE(cell(GraphTableModel::State), state);
        QCOMPARE(cell(GraphTableModel::Figures), measured);
    }

    void choosingARowIsChoosingTheCallAndBack()
    {
        GraphTable table(u"Table"_s);
        table.resize(1000, 300);
        table.show(named(), {});
        table.QWidget::show();
        QSignalSpy chosen(&table, &GraphTable::chosen);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(5, 0)).center());
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen[0][0].value<Target>() == target());
        table.setSelected({});
        table.setSelected(target());
        QCOMPARE(table.currentIndex().row(), 5);
        QCOMPARE(chosen.size(), 1);
    }

    void linesThatAreNoCallsHaveNoRow()
    {
        auto layout = scene().layout();
        const NodeId topic{NodeKind::Topic, u"news"_s};
        layout.nodes.push_back({topic, QRectF(20, 150, 60, 20), {}});
        layout.edges.push_back({unit(u"left"_s), topic, model::layout::EdgeKind::Event, {}});
        layout.edges.push_back({unit(u"right"_s), unit(u"below"_s), model::layout::EdgeKind::Optional, {}});
        GraphTableModel model;
        model.show(GraphScene(layout, scene().captions()), {});
        QCOMPARE(model.rowCount(), 8); // six nodes and modules, two lines
        const int optional = model.rowOf({unit(u"right"_s), {}, unit(u"below"_s)});
        QCOMPARE(model.index(optional, GraphTableModel::What).data().toString(), u"optional call"_s);
        QCOMPARE(model.rowOf({unit(u"left"_s), {}, topic}), -1);
    }

    void hasARowForEachOfThousands()
    {
        auto layout = layoutOfMany();
        for (int edge = 0; edge < 2000; ++edge)
            layout.edges.push_back({unit(QString::number(edge % 1200)),
                                    unit(QString::number((edge * 7 + 1 + edge / 1200) % 1200)),
                                    model::layout::EdgeKind::Required,
                                    {}});
        const GraphScene many(layout, {});
        QVERIFY(many.all().size() > 3000);
        GraphTableModel model;
        model.show(many, {});
        QCOMPARE(model.rowCount(), static_cast<int>(many.all().size()));
    }

private:
    static EdgeId line() { return {unit(u"left"_s), unit(u"right"_s)}; }
    static Target target() { return {unit(u"left"_s), {}, unit(u"right"_s)}; }
    static GraphScene named()
    {
        auto captions = scene().captions();
        captions.nodes[unit(u"right"_s)].title = u"Right"_s;
        return GraphScene(scene().layout(), captions);
    }
};

QTEST_MAIN(TestCallRows)
#include "tst_callrows.moc"
