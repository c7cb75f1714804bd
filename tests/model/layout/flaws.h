// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/layout.h>

#include <QStringList>

#include <algorithm>
#include <cmath>

// What can be wrong with a layout, whoever has made it.
namespace tests::layout {

using namespace model::layout;
using namespace Qt::StringLiterals;

inline const PlacedNode *nodeOf(const Layout &layout, const NodeId &id)
{
    const auto found = std::ranges::find(layout.nodes, id, &PlacedNode::id);
    return found == layout.nodes.end() ? nullptr : &*found;
}

inline QPointF pointOn(const std::vector<QPointF> &curve, std::size_t segment, double t)
{
    const auto *p = &curve[3 * segment];
    const double s = 1 - t;
    return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
}

// How far a point is from the border of a box, inside or outside.
inline double distanceFromBorder(QPointF point, const QRectF &box)
{
    const double outsideX = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
    const double outsideY = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
    if (outsideX > 0 || outsideY > 0)
        return std::hypot(outsideX, outsideY);
    return std::min(
        {point.x() - box.left(), box.right() - point.x(), point.y() - box.top(), box.bottom() - point.y()});
}

// What is wrong with a layout, in words; empty: nothing.
inline QStringList flawsOf(const Layout &layout)
{
    QStringList flaws;
    const QRectF all({0, 0}, layout.size);
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        const PlacedNode &node = layout.nodes[i];
        if (!all.contains(node.box))
            flaws += u"%1 leaves the picture"_s.arg(node.id.name);
        for (std::size_t j = 0; j < i; ++j) {
            if (node.box.intersects(layout.nodes[j].box))
                flaws += u"%1 overlaps %2"_s.arg(node.id.name, layout.nodes[j].id.name);
        }
        for (std::size_t j = 0; j < node.modules.size(); ++j) {
            if (!node.box.contains(node.modules[j].box))
                flaws += u"%1 leaves %2"_s.arg(node.modules[j].id.value, node.id.name);
            for (std::size_t k = 0; k < j; ++k) {
                if (node.modules[j].box.intersects(node.modules[k].box))
                    flaws += u"%1 overlaps %2"_s.arg(node.modules[j].id.value, node.modules[k].id.value);
            }
        }
    }
    for (const PlacedEdge &edge : layout.edges) {
        const QString name = edge.from.name + u" -> "_s + edge.to.name;
        if (edge.curve.size() < 4 || edge.curve.size() % 3 != 1) {
            flaws += u"%1 is no Bezier curve"_s.arg(name);
            continue;
        }
        if (distanceFromBorder(edge.curve.front(), nodeOf(layout, edge.from)->box) > 1.5)
            flaws += u"%1 does not start at its node"_s.arg(name);
        if (distanceFromBorder(edge.curve.back(), nodeOf(layout, edge.to)->box) > 1.5)
            flaws += u"%1 does not end at its node"_s.arg(name);
        for (std::size_t segment = 0; 3 * segment + 3 < edge.curve.size(); ++segment) {
            for (int step = 0; step <= 20; ++step) {
                const QPointF point = pointOn(edge.curve, segment, step / 20.0);
                if (!all.contains(point))
                    flaws += u"%1 leaves the picture"_s.arg(name);
                for (const PlacedNode &node : layout.nodes) {
                    if (node.box.adjusted(3, 3, -3, -3).contains(point))
                        flaws += u"%1 runs through %2"_s.arg(name, node.id.name);
                }
            }
        }
    }
    flaws.removeDuplicates();
    return flaws;
}

} // namespace tests::layout
