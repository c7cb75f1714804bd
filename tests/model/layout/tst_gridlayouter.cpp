// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flaws.h"
#include "systems.h"

#include <model/layout/gridlayouter.h>
#include <model/layout/unrest.h>
#include <model/packaging/randompackaging.h>

#include <QLineF>
#include <QTest>

#include <limits>

using namespace model::layout;
using namespace Qt::StringLiterals;
using model::packaging::Packaging;
using tests::layout::flawsOf;
using tests::layout::requestFor;
using tests::layout::shop;

Q_DECLARE_METATYPE(model::packaging::Packaging)

namespace {

Layout layOut(Layouter &&layouter, const LayoutRequest &request)
{
    const auto layout = layouter.layOut(request);
    return layout ? *layout : Layout{};
}

// As the desktop asks: its sizes, no databases.
LayoutRequest asInTheDesktop(const Packaging &packaging, QSizeF pane)
{
    LayoutRequest request;
    request.system = shop();
    request.packaging = packaging;
    request.sizes = {{80, 24}, {124, 42}, {106, 26}, {112, 32}, {80, 40}, 46, 10, 6, 8, 24};
    request.aspect = pane.width() / pane.height();
    request.stores = false;
    return request;
}

} // namespace

class TestGridLayouter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreShortAndCalm_data()
    {
        QTest::addColumn<QString>("packaging");
        QTest::addColumn<QSizeF>("pane");
        const QList<std::pair<const char *, QSizeF>> panes{{"side by side at 1280x720", {480, 370}},
                                                           {"side by side at 1440x900", {600, 560}},
                                                           {"side by side at 2560x1440", {1400, 980}},
                                                           {"alone at 1440x900", {880, 560}},
                                                           {"high and narrow", {440, 700}}};
        for (const QString &packaging : model::packaging::presetIds()) {
            for (const auto &[words, pane] : panes)
                QTest::addRow("%s, %s", qPrintable(packaging), words) << packaging << pane;
        }
    }
    void linesAreShortAndCalm()
    {
        QFETCH(QString, packaging);
        QFETCH(QSizeF, pane);
        const auto request = asInTheDesktop(*model::packaging::preset(packaging, shop()), pane);
        const Layout layout = layOut(GridLayouter(), request);
        QCOMPARE(flawsOf(layout), QStringList());
        if (packaging != u"microservices")
            return;
        const Unrest now = unrestOf(layout);
        const Unrest before = unrestOf(layOut(GraphvizLayouter(), request));
        QVERIFY2(now.turning < 0.1, qPrintable(QString::number(now.turning))); // no line bends
        QVERIFY2(now.crossings < 10, qPrintable(QString::number(now.crossings)));
        QVERIFY2(now.cost() < before.cost(), qPrintable(u"%1 < %2"_s.arg(now.cost()).arg(before.cost())));
    }

    void unrestIsLengthCrossingsAndTurns()
    {
        const auto line = [](const QString &from, const QString &to, std::vector<QPointF> curve) {
            return PlacedEdge{
                {NodeKind::Unit, from}, {NodeKind::Unit, to}, EdgeKind::Required, std::move(curve)};
        };
        Layout layout;
        layout.edges = {line(u"a"_s, u"b"_s, {{0, 0}, {0, 30}, {0, 60}, {0, 90}})};
        QCOMPARE(unrestOf(layout).length, 90.0);
        QCOMPARE(unrestOf(layout).crossings, 0);
        QVERIFY(unrestOf(layout).turning < 0.001);
        layout.edges.push_back(line(u"c"_s, u"d"_s, {{-50, 40}, {-20, 40}, {20, 40}, {50, 40}}));
        QCOMPARE(unrestOf(layout).crossings, 1);
        layout.edges.back().to = {NodeKind::Unit, u"b"_s}; // lines with a common end meet anyway
        QCOMPARE(unrestOf(layout).crossings, 0);
        layout.edges = {line(u"a"_s, u"b"_s, {{0, 0}, {0, 100}, {100, 100}, {100, 0}})};
        QVERIFY(unrestOf(layout).turning > 2.5); // nearly half a turn
        QVERIFY(unrestOf(layout).cost() > unrestOf(layout).length);
    }

    void fillsItsPlace()
    {
        for (const QSizeF pane : {QSizeF(480, 370), QSizeF(600, 590), QSizeF(950, 640)}) {
            const auto request = asInTheDesktop(*model::packaging::preset(u"microservices"_s, shop()), pane);
            const QSizeF size = layOut(GridLayouter(), request).size;
            const double aspect = size.width() / size.height();
            QVERIFY2(std::abs(std::log(aspect / request.aspect)) < 0.35, qPrintable(QString::number(aspect)));
        }
    }

    void customersStandAtTheTop()
    {
        const auto request
            = asInTheDesktop(*model::packaging::preset(u"microservices"_s, shop()), {600, 560});
        const Layout layout = layOut(GridLayouter(), request);
        const auto *shoppers = tests::layout::nodeOf(layout, {NodeKind::Shoppers, {}});
        for (const PlacedNode &node : layout.nodes)
            QVERIFY(node.box.center().y() >= shoppers->box.center().y());
    }

    void callsGoOnInTheDirectionOfReading_data()
    {
        QTest::addColumn<QSizeF>("pane");
        QTest::addColumn<Direction>("direction");
        const auto down = Direction::TopToBottom;
        QTest::newRow("side by side at 1440x900") << QSizeF(600, 560) << down;
        QTest::newRow("side by side at 2560x1440") << QSizeF(1400, 980) << down;
        QTest::newRow("alone at 1440x900") << QSizeF(880, 560) << down;
        QTest::newRow("side by side at 1280x720") << QSizeF(480, 370) << down;
        QTest::newRow("high and narrow") << QSizeF(440, 700) << down;
        QTest::newRow("to the right") << QSizeF(1000, 500) << Direction::LeftToRight;
    }
    void callsGoOnInTheDirectionOfReading()
    {
        QFETCH(QSizeF, pane);
        QFETCH(Direction, direction);
        auto request = asInTheDesktop(*model::packaging::preset(u"microservices"_s, shop()), pane);
        request.direction = direction;
        const Layout layout = layOut(GridLayouter(), request);
        QCOMPARE(layout.direction, direction);
        QStringList against;
        int calls = 0;
        for (const PlacedEdge &edge : layout.edges) {
            const QPointF way = edge.curve.back() - edge.curve.front();
            const double ahead = direction == Direction::TopToBottom ? way.y() : way.x();
            calls += edge.kind != EdgeKind::Event;
            if (edge.kind != EdgeKind::Event && ahead < -1) // a call to a neighbour goes neither way
                against << edge.from.name + u" -> "_s + edge.to.name;
        }
        QVERIFY(calls > 12);
        QVERIFY2(against.size() <= 4, qPrintable(against.join(u", "_s)));
    }

    void anyPackagingIsDrawn_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 4; ++seed)
            QTest::addRow("packaging %u", seed) << seed;
    }
    void anyPackagingIsDrawn()
    {
        QFETCH(unsigned, seed);
        LayoutRequest request = asInTheDesktop(model::packaging::randomPackaging(shop(), seed), {600, 560});
        request.topics = seed % 2 == 0;
        const Layout layout = layOut(GridLayouter(), request);
        QVERIFY(layout.nodes.size() > request.packaging.units.size());
        QCOMPARE(flawsOf(layout), QStringList());
    }

    void linesBetweenTheSameBoxesLieBesideEachOther()
    {
        // Checkout publishes what it also consumes.
        const auto request = asInTheDesktop(*model::packaging::preset(u"by-team"_s, shop()), {600, 560});
        const Layout layout = layOut(GridLayouter(), request);
        const NodeId topic{NodeKind::Topic, u"order.placed"_s};
        const NodeId unit{NodeKind::Unit, u"checkout"_s};
        const auto line = [&](const NodeId &from, const NodeId &to) {
            const auto found = std::ranges::find_if(
                layout.edges, [&](const PlacedEdge &edge) { return edge.from == from && edge.to == to; });
            return found == layout.edges.end() ? QLineF() : QLineF(found->curve.front(), found->curve.back());
        };
        const QLineF there = line(unit, topic);
        const QLineF back = line(topic, unit);
        QVERIFY(there.length() > 0 && back.length() > 0);
        QVERIFY(there.intersects(back, nullptr) != QLineF::BoundedIntersection);
        QVERIFY(QLineF(there.center(), back.center()).length() > 5);
    }

    void equalRequestsGiveEqualLayouts()
    {
        const auto request
            = asInTheDesktop(*model::packaging::preset(u"microservices"_s, shop()), {600, 560});
        const Layout first = layOut(GridLayouter(), request);
        layOut(GridLayouter(), asInTheDesktop(*model::packaging::preset(u"by-team"_s, shop()), {600, 560}));
        QCOMPARE(layOut(GridLayouter(), request), first);
    }

    void whatIsSmallOrLargeGoesToGraphviz()
    {
        for (const auto &request : {requestFor(shop(), u"monolith"_s),
                                    requestFor(tests::layout::random(60, 3), u"microservices"_s)})
            QCOMPARE(layOut(GridLayouter(), request), layOut(GraphvizLayouter(), request));
    }

    void survivesSenselessNumbers_data()
    {
        QTest::addColumn<double>("number");
        QTest::newRow("zero") << 0.0;
        QTest::newRow("negative") << -50.0;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("endless") << std::numeric_limits<double>::infinity();
        QTest::newRow("huge") << 1e300;
    }
    void survivesSenselessNumbers()
    {
        QFETCH(double, number);
        LayoutRequest request = requestFor(shop(), u"by-team"_s);
        request.stores = false;
        const auto isWhole = [](const Layout &layout) {
            return layout.nodes.size() > 7 && std::ranges::all_of(layout.nodes, [&](const PlacedNode &node) {
                       return QRectF({0, 0}, layout.size).contains(node.box);
                   });
        };
        request.aspect = number;
        QVERIFY(isWhole(layOut(GridLayouter(), request)));
        request.aspect = 1;
        request.sizes.unit = {number, number};
        request.sizes.besides = number;
        QVERIFY(isWhole(layOut(GridLayouter(), request)));
        QCOMPARE(layOut(GridLayouter(), {}).nodes.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestGridLayouter)
#include "tst_gridlayouter.moc"
