// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/layout/arrangement.h>
#include <model/layout/linecosts.h>
#include <model/layout/straightline.h>

#include <QTest>

#include <cmath>
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

const Grid field{4, 4, {100, 40}, 20, 60}; // of 28 places, seven a row

// The boxes at these places, in their order.
Arrangement standing(const Diagram &diagram, const std::vector<int> &places)
{
    Arrangement arrangement(diagram, field);
    for (int round = 0; round < 3; ++round) { // some stand in the way of others at first
        for (std::size_t node = 0; node < places.size(); ++node)
            arrangement.move(node, places[node]);
    }
    return arrangement;
}

double costOf(const Diagram &diagram, const std::vector<int> &places)
{
    return LineCosts(diagram, Direction::TopToBottom, field).of(standing(diagram, places));
}

} // namespace

class TestArrangement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void boxesNeverOverlapHoweverTheyMove()
    {
        const Diagram diagram = diagramOf(11, {});
        const Grid grid{4, 4, {100, 40}, 20, 30};
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
        Arrangement arrangement(diagram,
                                {2, 2, {100, 40}, 20, 30}); // 0 and 1 in the first row, 2 in the second
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
        Arrangement arrangement(diagram, {1, 5, {100, 40}, 20, 30});
        const auto close = arrangement.boxes();
        QVERIFY(arrangement.move(1, 4));
        QCOMPARE(arrangement.boxes(), close);
    }

    void eachTroubleCosts_data()
    {
        QTest::addColumn<std::vector<int>>("calm");
        QTest::addColumn<std::vector<int>>("troubled");
        QTest::addColumn<double>("atLeast");
        using Places = std::vector<int>; // rows begin at 0, 7, 14 and 21
        QTest::newRow("longer lines") << Places{0, 7, 4, 11} << Places{0, 14, 4, 11} << 99.0;
        QTest::newRow("crossing lines") << Places{0, 14, 6, 20} << Places{0, 20, 6, 14} << 100.0;
        QTest::newRow("a line through a box") << Places{0, 14, 3, 10} << Places{0, 14, 7, 10} << 800.0;
        QTest::newRow("a line close by a box") << Places{0, 16, 3, 10} << Places{0, 16, 8, 10} << 800.0;
        QTest::newRow("a call against the direction") << Places{0, 7, 4, 11} << Places{0, 7, 11, 4} << 300.0;
        QTest::newRow("a call to a neighbour") << Places{0, 7, 3, 10} << Places{0, 7, 3, 5} << 50.0;
        QTest::newRow("customers further down") << Places{0, 7, 4, 11} << Places{7, 14, 4, 11} << 500.0;
    }
    void eachTroubleCosts()
    {
        QFETCH(std::vector<int>, calm);
        QFETCH(std::vector<int>, troubled);
        QFETCH(double, atLeast);
        const Diagram diagram = diagramOf(4, {{0, 1}, {2, 3}});
        for (std::size_t node = 0; node < 4; ++node) {
            QCOMPARE(standing(diagram, calm).placeOf(node), calm[node]);
            QCOMPARE(standing(diagram, troubled).placeOf(node), troubled[node]);
        }
        const double more = costOf(diagram, troubled) - costOf(diagram, calm);
        QVERIFY2(more >= atLeast, qPrintable(QString::number(more)));
    }

    void messagesMayGoBack()
    {
        Diagram diagram = diagramOf(4, {{0, 1}, {2, 3}});
        diagram.edges.back().kind = EdgeKind::Event;
        QCOMPARE(costOf(diagram, {0, 7, 11, 4}), costOf(diagram, {0, 7, 4, 11}));
    }

    void linesFromOneBoxMustNotHideEachOther()
    {
        const Diagram diagram = diagramOf(3, {{0, 1}, {0, 2}});
        QVERIFY(costOf(diagram, {0, 9, 18})
                > costOf(diagram, {0, 9, 20}) + 150); // though the lines are shorter
        QVERIFY(StraightLine({{0, 0}, {0, 200}}).hides({10, 300}));
        QVERIFY(!StraightLine({{0, 0}, {0, 200}}).hides({150, 300}));
        QVERIFY(!StraightLine({{0, 0}, {0, 200}}).hides({0, -100})); // to the other side
    }

    void aLineReachesFromItsStartToItsEnd()
    {
        const StraightLine line{{0, 0}, {300, 400}};
        QCOMPARE(line.length(), 500.0);
        QVERIFY(line.passes({140, 180, 20, 40}));
        QVERIFY(line.passes({145, 160, 100, 30})); // close by
        QVERIFY(!line.passes({200, 160, 100, 30}));
        QVERIFY(!line.passes({350, 450, 50, 50})); // beyond its end
        QVERIFY(StraightLine({{0, 0}, {300, 0}}).passes({100, 5, 20, 20}));
        QVERIFY(!StraightLine({{0, 0}, {300, 0}}).passes({100, 8, 20, 20}));
    }

    // A search adds up what moves change, and must find what all costs in the end.
    void whatAMoveChangesIsWhatDependsOnThoseWhoMove()
    {
        std::mt19937 random(5);
        Diagram diagram = diagramOf(9, {});
        for (std::size_t to = 1; to < 9; ++to) {
            for (int lines = 0; lines < 3; ++lines)
                diagram.edges.push_back(
                    {random() % to, to, random() % 3 == 0 ? EdgeKind::Event : EdgeKind::Required});
        }
        for (const auto direction : {Direction::TopToBottom, Direction::LeftToRight}) {
            const LineCosts costs(diagram, direction, field);
            const double endless = std::numeric_limits<double>::infinity();
            Arrangement arrangement(diagram, field);
            int swaps = 0;
            for (int step = 0; step < 300; ++step) {
                const std::size_t node = random() % 9;
                const int place = static_cast<int>(random() % 28);
                const std::size_t there = arrangement.nodeAt(place);
                const std::size_t other = there == 9 ? node : there;
                const double all = costs.of(arrangement);
                const double saved = costs.of(arrangement, node, other, endless);
                if (!arrangement.move(node, place))
                    continue;
                swaps += other != node;
                const double added = costs.of(arrangement, node, other, endless);
                QVERIFY(std::abs(costs.of(arrangement) - (all - saved + added)) < 1e-6);
                QVERIFY(costs.of(arrangement, node, other, added / 2) >= added / 2);
                QCOMPARE(costs.of(arrangement, node, other, added + 1), added);
            }
            QVERIFY(swaps > 20 && swaps < 250);
        }
    }
};

QTEST_GUILESS_MAIN(TestArrangement)
#include "tst_arrangement.moc"
