// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/layout/arrangement.h>
#include <model/layout/linecosts.h>

#include <QTest>

#include <limits>
#include <random>

using namespace model::layout;
using namespace Qt::StringLiterals;

namespace {

Diagram diagramOf(std::size_t nodes, std::vector<DiagramEdge> edges)
{
    Diagram diagram;
    for (std::size_t i = 0; i < nodes; ++i)
        diagram.nodes.push_back({{NodeKind::Unit, QString::number(i)}, {100, 40}, {}});
    diagram.edges = std::move(edges);
    return diagram;
}

QRectF boxAt(double x, double y)
{
    return {x - 50, y - 20, 100, 40};
}

double costOf(const Diagram &diagram, const std::vector<QRectF> &boxes)
{
    return LineCosts(diagram, Direction::TopToBottom, boxes).upTo(std::numeric_limits<double>::infinity());
}

} // namespace

class TestArrangement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void boxesNeverOverlapHoweverTheyMove()
    {
        const Diagram diagram = diagramOf(11, {});
        const Grid grid{4, 4, 20, 30};
        Arrangement arrangement(diagram, grid);
        std::mt19937 random(3);
        int moved = 0;
        for (int step = 0; step < 500; ++step) {
            const std::size_t node = random() % 11;
            const int place = static_cast<int>(random() % static_cast<unsigned>(grid.places()));
            const int before = arrangement.placeOf(node);
            const bool isMoved = arrangement.move(node, place);
            moved += isMoved;
            QCOMPARE(arrangement.placeOf(node), isMoved ? place : before);
            const auto boxes = arrangement.boxes();
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                QVERIFY(boxes[i].left() >= 0 && boxes[i].top() >= 0);
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!boxes[i].adjusted(-19, -29, 19, 29).intersects(boxes[j]));
            }
        }
        QVERIFY(moved > 50 && moved < 500);
    }

    void boxesCanChangePlacesAndStandAboveAGap()
    {
        const Diagram diagram = diagramOf(3, {});
        Arrangement arrangement(diagram, {2, 2, 20, 30}); // 0 and 1 in the first row, 2 in the second
        QVERIFY(arrangement.move(0, arrangement.placeOf(1)));
        QVERIFY(arrangement.boxes()[0].left() > arrangement.boxes()[1].left());
        QVERIFY(arrangement.move(2, 4)); // of five: the middle of the second row
        QCOMPARE(arrangement.boxes()[2].center().x(),
                 (arrangement.boxes()[0].center().x() + arrangement.boxes()[1].center().x()) / 2);
        QVERIFY(!arrangement.move(2, 1)); // there is no room in the first
    }

    void emptyRowsTakeNoRoom()
    {
        const Diagram diagram = diagramOf(2, {});
        Arrangement arrangement(diagram, {1, 5, 20, 30});
        const auto close = arrangement.boxes();
        QVERIFY(arrangement.move(1, 4));
        QCOMPARE(arrangement.boxes(), close);
    }

    void eachTroubleCosts_data()
    {
        QTest::addColumn<std::vector<QRectF>>("calm");
        QTest::addColumn<std::vector<QRectF>>("troubled");
        using Boxes = std::vector<QRectF>;
        QTest::newRow("longer lines") << Boxes{boxAt(0, 0), boxAt(0, 100), boxAt(300, 0), boxAt(300, 100)}
                                      << Boxes{boxAt(0, 0), boxAt(0, 200), boxAt(300, 0), boxAt(300, 100)};
        QTest::newRow("crossing lines")
            << Boxes{boxAt(0, 0), boxAt(100, 300), boxAt(300, 0), boxAt(200, 300)}
            << Boxes{boxAt(0, 0), boxAt(200, 300), boxAt(300, 0), boxAt(100, 300)};
        QTest::newRow("a line through a box")
            << Boxes{boxAt(0, 0), boxAt(0, 200), boxAt(200, 100), boxAt(200, 200)}
            << Boxes{boxAt(0, 0), boxAt(0, 200), boxAt(0, 100), boxAt(200, 100)};
        QTest::newRow("a call against the direction")
            << Boxes{boxAt(0, 0), boxAt(0, 100), boxAt(300, 0), boxAt(300, 100)}
            << Boxes{boxAt(0, 0), boxAt(0, 100), boxAt(300, 100), boxAt(300, 0)};
    }
    void eachTroubleCosts()
    {
        QFETCH(std::vector<QRectF>, calm);
        QFETCH(std::vector<QRectF>, troubled);
        const Diagram diagram = diagramOf(4, {{0, 1}, {2, 3}});
        QVERIFY(costOf(diagram, troubled) > costOf(diagram, calm) + 50);
        QCOMPARE(LineCosts(diagram, Direction::TopToBottom, calm).crossings(), 0);
        QCOMPARE(LineCosts(diagram, Direction::TopToBottom, calm).throughs(), 0);
    }

    void countsCrossingsAndLinesThroughBoxes()
    {
        const Diagram diagram = diagramOf(4, {{0, 1}, {2, 3}});
        const std::vector<QRectF> crossing{boxAt(0, 0), boxAt(200, 300), boxAt(300, 0), boxAt(100, 300)};
        QCOMPARE(LineCosts(diagram, Direction::TopToBottom, crossing).crossings(), 1);
        const std::vector<QRectF> through{boxAt(0, 0), boxAt(0, 200), boxAt(0, 100), boxAt(200, 100)};
        QCOMPARE(LineCosts(diagram, Direction::TopToBottom, through).throughs(), 1);
    }

    void linesFromOneBoxMustNotHideEachOther()
    {
        const Diagram diagram = diagramOf(3, {{0, 1}, {0, 2}});
        const std::vector<QRectF> apart{boxAt(0, 0), boxAt(-150, 200), boxAt(150, 300)};
        const std::vector<QRectF> hidden{boxAt(0, 0), boxAt(0, 200), boxAt(10, 300)};
        QVERIFY(costOf(diagram, hidden) > costOf(diagram, apart) + 200);
    }

    void aLimitSparesTheRestOfTheSum()
    {
        const Diagram diagram = diagramOf(4, {{0, 1}, {2, 3}});
        const std::vector<QRectF> crossing{boxAt(0, 0), boxAt(200, 300), boxAt(300, 0), boxAt(100, 300)};
        const LineCosts costs(diagram, Direction::TopToBottom, crossing);
        const double all = costs.upTo(std::numeric_limits<double>::infinity());
        QCOMPARE(costs.upTo(all + 1), all);
        QVERIFY(costs.upTo(10) >= 10);
    }
};

QTEST_GUILESS_MAIN(TestArrangement)
#include "tst_arrangement.moc"
