// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "placement.h"

#include "boxline.h"

#include <QMarginsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace model::layout {

namespace {

constexpr double placementMargin = 10;
constexpr double placementGap = 7; // between who gives way and who stands there
constexpr double stepAside = 24; // pixels
constexpr int mostSteps = 80;

bool isCovered(const QRectF &box, const std::vector<QRectF> &others)
{
    const QRectF room = box.adjusted(-placementGap, -placementGap, placementGap, placementGap);
    return std::ranges::any_of(others, [&](const QRectF &other) { return other.intersects(room); });
}

// By how much a box gives way to others: to the nearest free place, looked for in growing squares.
QPointF wayAside(const QRectF &box, const std::vector<QRectF> &others)
{
    for (int steps = 0; steps <= mostSteps; ++steps) {
        QPointF nearest;
        double distance = HUGE_VAL;
        for (int across = -steps; across <= steps; ++across) {
            for (int down = -steps; down <= steps; ++down) {
                const QPointF way = QPointF(across, down) * stepAside;
                const double length = std::hypot(way.x(), way.y());
                const bool isOnSquare = std::max(std::abs(across), std::abs(down)) == steps;
                if (isOnSquare && length < distance && !isCovered(box.translated(way), others)) {
                    nearest = way;
                    distance = length;
                }
            }
        }
        if (distance < HUGE_VAL)
            return nearest;
    }
    return {}; // nowhere: then it lies below
}

void shiftNode(PlacedNode &node, QPointF way)
{
    node.box.translate(way);
    for (auto &module : node.modules)
        module.box.translate(way);
}

// Puts everything where it belongs; who has moved.
QSet<NodeId> putInPlace(Layout &layout, const Placement &placement)
{
    QSet<NodeId> moved;
    std::vector<QRectF> standing;
    const auto shift = [&](PlacedNode &node, QPointF way) {
        if (way.manhattanLength() > 0.01) {
            shiftNode(node, way);
            moved.insert(node.id);
        }
        standing.push_back(node.box);
    };
    for (auto &node : layout.nodes) {
        const auto centre = placement.centres.constFind(node.id);
        if (centre != placement.centres.cend())
            shift(node, *centre - node.box.center());
    }
    for (auto &node : layout.nodes) {
        if (!placement.centres.contains(node.id))
            shift(node, wayAside(node.box, standing));
    }
    return moved;
}

// Whichever of them a line starts at.
std::pair<NodeId, NodeId> endsOf(const PlacedEdge &edge)
{
    const auto key = [](const NodeId &node) { return std::pair(node.kind, node.name); };
    return key(edge.from) < key(edge.to) ? std::pair(edge.from, edge.to) : std::pair(edge.to, edge.from);
}

void drawLinesOf(Layout &layout, const QSet<NodeId> &moved)
{
    QHash<NodeId, QRectF> boxes;
    for (const auto &node : layout.nodes)
        boxes[node.id] = node.box;
    QHash<std::pair<NodeId, NodeId>, int> lines;
    QHash<std::pair<NodeId, NodeId>, int> drawn;
    for (const auto &edge : layout.edges)
        ++lines[endsOf(edge)];
    for (auto &edge : layout.edges) {
        const auto ends = endsOf(edge);
        const int line = drawn[ends]++;
        if (moved.contains(edge.from) || moved.contains(edge.to))
            edge.curve = boxLine(boxes[edge.from], boxes[edge.to],
                                 besideOthers(boxes[ends.first], boxes[ends.second], line, lines[ends]));
    }
}

// So that all of it lies right of and below the margin.
void moveIntoPlace(Layout &layout)
{
    QRectF all;
    for (const auto &node : layout.nodes)
        all |= node.box;
    for (const auto &edge : layout.edges) {
        for (const auto &point : edge.curve)
            all |= QRectF(point, QSizeF(0.1, 0.1));
    }
    const QPointF way = QPointF(placementMargin, placementMargin) - all.topLeft();
    for (auto &node : layout.nodes)
        shiftNode(node, way);
    for (auto &edge : layout.edges) {
        for (auto &point : edge.curve)
            point += way;
    }
    layout.size = all.size().grownBy({placementMargin, placementMargin, placementMargin, placementMargin});
}

} // namespace

Placement Placement::tidied() const
{
    Placement left{{}, pinned};
    for (const auto &node : pinned)
        left.centres[node] = centres.value(node);
    return left;
}

Placement placementOf(const Layout &layout, const QSet<NodeId> &pinned)
{
    Placement placement;
    for (const auto &node : layout.nodes) {
        placement.centres[node.id] = node.box.center();
        if (pinned.contains(node.id))
            placement.pinned.insert(node.id);
    }
    return placement;
}

Layout withPlacement(const Layout &layout, const Placement &placement)
{
    Layout result = layout;
    if (placement.isEmpty())
        return result;
    drawLinesOf(result, putInPlace(result, placement));
    moveIntoPlace(result);
    return result;
}

Layout withNodeAt(const Layout &layout, const NodeId &node, QPointF centre)
{
    Layout result = layout;
    const auto found = std::ranges::find(result.nodes, node, &PlacedNode::id);
    if (found == result.nodes.end())
        return result;
    shiftNode(*found, centre - found->box.center());
    drawLinesOf(result, {node});
    return result;
}

} // namespace model::layout
