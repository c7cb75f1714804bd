// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systems.h"

#include <model/layout/gridlayouter.h>
#include <model/layout/rowlayout.h>

#include <QTest>

#include <cmath>
#include <limits>

using namespace model::layout;
using namespace Qt::StringLiterals;
using tests::layout::random;
using tests::layout::requestFor;

class TestRowLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aThousandBoxesStandApartInTheShapeOfThePlace_data()
    {
        QTest::addColumn<double>("aspect");
        QTest::newRow("a window") << 1.6;
        QTest::newRow("a tall pane") << 0.5;
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN();
    }
    void aThousandBoxesStandApartInTheShapeOfThePlace()
    {
        QFETCH(double, aspect);
        auto request = requestFor(random(1'000, 1), u"microservices"_s);
        request.aspect = aspect;
        request.stores = false;
        const auto layout = GridLayouter().layOut(request);
        QVERIFY(layout.has_value());
        QVERIFY(layout->nodes.size() > 1'000);
        const QRectF all({0, 0}, layout->size);
        for (size_t one = 0; one < layout->nodes.size(); ++one) {
            QVERIFY(all.contains(layout->nodes[one].box));
            for (size_t other = 0; other < one; ++other)
                QVERIFY(!layout->nodes[one].box.intersects(layout->nodes[other].box));
        }
        const double shape = layout->size.width() / layout->size.height();
        if (std::isfinite(aspect))
            QVERIFY2(shape > aspect / 1.5 && shape < aspect * 1.5, qPrintable(QString::number(shape)));
    }

    void whoCallsStandsAboveWhoIsCalled()
    {
        auto request = requestFor(random(400, 2), u"microservices"_s);
        request.topics = false;
        request.stores = false;
        const auto diagram = diagramOf(request);
        const auto layout = rowLayout(diagram, 1.6);
        int down = 0;
        int calls = 0;
        for (const auto &edge : diagram.edges) {
            if (!edge.ranks)
                continue;
            ++calls;
            down += layout.nodes[edge.from].box.bottom() < layout.nodes[edge.to].box.top() ? 1 : 0;
        }
        QVERIFY(calls > 300);
        QCOMPARE(down, calls);
    }

    void neighboursStandNearEachOther()
    {
        auto request = requestFor(random(600, 3), u"microservices"_s);
        request.stores = false;
        const auto diagram = diagramOf(request);
        const auto layout = rowLayout(diagram, 1.6);
        double lengths = 0;
        double byChance = 0; // each node beside whoever comes in the file
        for (size_t edge = 0; edge < diagram.edges.size(); ++edge) {
            const auto aside = [&](size_t from, size_t to) {
                return std::abs(layout.nodes[from].box.center().x() - layout.nodes[to].box.center().x());
            };
            lengths += aside(diagram.edges[edge].from, diagram.edges[edge].to);
            byChance += aside(diagram.edges[edge].from, (edge * 7919) % diagram.nodes.size());
        }
        QVERIFY2(lengths < 0.75 * byChance, qPrintable(u"%1 of %2"_s.arg(lengths).arg(byChance)));
    }

    void isTheSameEachTime()
    {
        const auto request = requestFor(random(300, 4), u"microservices"_s);
        const auto diagram = diagramOf(request);
        QCOMPARE(rowLayout(diagram, 1.6), rowLayout(diagram, 1.6));
    }

    void linesBeginAndEndAtTheirBoxes()
    {
        auto request = requestFor(random(300, 5), u"microservices"_s);
        request.stores = false;
        const auto diagram = diagramOf(request);
        const auto layout = rowLayout(diagram, 1.6);
        for (size_t edge = 0; edge < diagram.edges.size(); ++edge) {
            const auto touches = [](const QRectF &box, QPointF point) {
                return box.adjusted(-0.5, -0.5, 0.5, 0.5).contains(point);
            };
            QVERIFY(touches(layout.nodes[diagram.edges[edge].from].box, layout.edges[edge].curve.front()));
            QVERIFY(touches(layout.nodes[diagram.edges[edge].to].box, layout.edges[edge].curve.back()));
        }
    }

    void nothingIsHarmless() { QVERIFY(rowLayout({}, 1.6).nodes.empty()); }
};

QTEST_GUILESS_MAIN(TestRowLayout)
#include "tst_rowlayout.moc"
