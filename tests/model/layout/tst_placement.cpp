// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systems.h"

#include <model/layout/gridlayouter.h>
#include <model/layout/placement.h>

#include <QTest>

using namespace model::layout;
using namespace Qt::StringLiterals;
using tests::layout::requestFor;
using tests::layout::shop;

namespace {

const PlacedNode &node(const Layout &layout, const QString &name)
{
    return *std::ranges::find(layout.nodes, NodeId{NodeKind::Unit, name}, &PlacedNode::id);
}

QPointF between(const Layout &layout, const QString &from, const QString &to)
{
    return node(layout, to).box.center() - node(layout, from).box.center();
}

bool isOn(const QRectF &box, QPointF point)
{
    return box.adjusted(-0.5, -0.5, 0.5, 0.5).contains(point)
        && !box.adjusted(0.5, 0.5, -0.5, -0.5).contains(point);
}

} // namespace

class TestPlacement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto request = requestFor(shop(), u"microservices"_s);
        request.stores = false;
        const auto layout = GridLayouter().layOut(request);
        QVERIFY(layout.has_value());
        m_layout = *layout;
    }

    void withoutOneEverythingStaysAsItIs()
    {
        QCOMPARE(withPlacement(m_layout, {}), m_layout);
        QCOMPARE(withPlacement(m_layout, placementOf(m_layout, {})).nodes, m_layout.nodes);
    }

    void whatWasPutSomewhereIsThereAndItsLinesFollow()
    {
        auto placement = placementOf(m_layout, {});
        const NodeId cart{NodeKind::Unit, u"cart"_s};
        placement.centres[cart] += QPointF(400, 35);
        const auto moved = withPlacement(m_layout, placement);
        QCOMPARE(between(moved, u"orders"_s, u"cart"_s),
                 between(m_layout, u"orders"_s, u"cart"_s) + QPointF(400, 35));
        int lines = 0;
        for (size_t edge = 0; edge < moved.edges.size(); ++edge) {
            const auto &line = moved.edges[edge];
            if (line.from != cart && line.to != cart) {
                QCOMPARE(line.curve.size(), m_layout.edges[edge].curve.size());
                continue;
            }
            ++lines;
            const auto boxOf
                = [&](const NodeId &id) { return std::ranges::find(moved.nodes, id, &PlacedNode::id)->box; };
            QVERIFY(isOn(boxOf(line.from), line.curve.front()));
            QVERIFY(isOn(boxOf(line.to), line.curve.back()));
        }
        QVERIFY(lines >= 2);
        QVERIFY(QRectF(QPointF(), moved.size).contains(node(moved, u"cart"_s).box));
    }

    void whatWasPutBeyondTheEdgeIsInThePictureToo()
    {
        auto placement = placementOf(m_layout, {});
        placement.centres[{NodeKind::Unit, u"cart"_s}] = {-700, -300};
        const auto moved = withPlacement(m_layout, placement);
        for (const auto &each : moved.nodes)
            QVERIFY(QRectF(QPointF(), moved.size).contains(each.box));
    }

    void tidyingLeavesWhatWasPinnedAndOthersGiveWay()
    {
        const NodeId cart{NodeKind::Unit, u"cart"_s};
        auto placement = placementOf(m_layout, {cart});
        placement.centres[cart] = node(m_layout, u"payments"_s).box.center() + QPointF(11, 7);
        placement.centres[{NodeKind::Unit, u"search"_s}] += QPointF(900, 0);
        const auto left = placement.tidied();
        QCOMPARE(left.centres.size(), 1);
        const auto tidy = withPlacement(m_layout, left);
        QVERIFY(between(tidy, u"storefront"_s, u"search"_s)
                == between(m_layout, u"storefront"_s, u"search"_s));
        for (const auto &one : tidy.nodes) {
            for (const auto &other : tidy.nodes)
                QVERIFY2(one.id == other.id || !one.box.intersects(other.box),
                         qPrintable(one.id.name + other.id.name));
        }
        const QPointF shift
            = node(tidy, u"storefront"_s).box.center() - node(m_layout, u"storefront"_s).box.center();
        QCOMPARE(node(tidy, u"cart"_s).box.center() - shift, placement.centres[cart]);
    }

    void modulesGoWithTheirUnit()
    {
        const auto together = GridLayouter().layOut(requestFor(shop(), u"monolith"_s));
        QVERIFY(together.has_value());
        auto placement = placementOf(*together, {});
        placement.centres[{NodeKind::Unit, u"shop"_s}] += QPointF(300, 200);
        const auto moved = withPlacement(*together, placement);
        for (const auto &module : node(moved, u"shop"_s).modules)
            QVERIFY(node(moved, u"shop"_s).box.contains(module.box));
    }

    void namesThatAreNotInThePictureAreHarmless()
    {
        Placement placement;
        placement.centres[{NodeKind::Unit, u"nobody"_s}] = {1, 1};
        QCOMPARE(withPlacement(m_layout, placement).nodes, m_layout.nodes);
    }

private:
    Layout m_layout;
};

QTEST_GUILESS_MAIN(TestPlacement)
#include "tst_placement.moc"
