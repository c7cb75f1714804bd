// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphscene.h"

#include <model/layout/placement.h>

#include <algorithm>
#include <cmath>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::EdgeKind;
using model::layout::NodeKind;

namespace {

constexpr double reach = 6; // of a line, for the mouse
constexpr double lineBox = 16;

QPainterPath pathOf(const std::vector<QPointF> &curve)
{
    QPainterPath path;
    if (curve.empty())
        return path;
    path.moveTo(curve.front());
    for (size_t index = 1; index + 2 < curve.size(); index += 3)
        path.cubicTo(curve[index], curve[index + 1], curve[index + 2]);
    return path;
}

double distance(QPointF from, QPointF start, QPointF end)
{
    const QPointF way = end - start;
    const double square = QPointF::dotProduct(way, way);
    const double share
        = square > 0 ? std::clamp(QPointF::dotProduct(from - start, way) / square, 0.0, 1.0) : 0;
    const QPointF off = from - (start + way * share);
    return std::hypot(off.x(), off.y());
}

double distance(QPointF from, const QPolygonF &course)
{
    double nearest = HUGE_VAL;
    for (qsizetype index = 1; index < course.size(); ++index)
        nearest = std::min(nearest, distance(from, course[index - 1], course[index]));
    return nearest;
}

bool isSelectable(const NodeId &id)
{
    return id.kind == NodeKind::Unit || id.kind == NodeKind::Topic;
}

} // namespace

GraphScene::GraphScene(Layout layout, Captions captions)
    : m_layout(std::move(layout))
    , m_captions(std::move(captions))
{
    m_paths.reserve(m_layout.edges.size());
    for (const auto &edge : m_layout.edges)
        m_paths.push_back(pathOf(edge.curve));
    for (const auto &path : m_paths) {
        m_courses.push_back(path.toSubpathPolygons().value(0));
        m_bounds.push_back(m_courses.back().boundingRect());
    }
    for (size_t node = 0; node < m_layout.nodes.size(); ++node)
        m_positions[m_layout.nodes[node].id] = node;
    findTargets();
}

GraphScene GraphScene::withNodeAt(const NodeId &node, QPointF centre) const
{
    return GraphScene(model::layout::withNodeAt(m_layout, node, centre), m_captions);
}

bool GraphScene::isShown(const NodeId &node) const
{
    return (m_shown.messages || node.kind != NodeKind::Topic)
        && (m_shown.stores || node.kind != NodeKind::Store);
}

bool GraphScene::isShown(size_t edge) const
{
    const auto &placed = m_layout.edges[edge];
    return isShown(placed.from) && isShown(placed.to) && (m_shown.messages || placed.kind != EdgeKind::Event);
}

bool GraphScene::isLine(size_t edge) const
{
    const auto &placed = m_layout.edges[edge];
    return isShown(edge) && isSelectable(placed.from) && isSelectable(placed.to)
        && (placed.kind == EdgeKind::Required || placed.kind == EdgeKind::Optional);
}

Target GraphScene::lineOf(size_t edge) const
{
    return {m_layout.edges[edge].from, {}, m_layout.edges[edge].to};
}

std::optional<Target> GraphScene::lineAt(QPointF position) const
{
    std::optional<Target> found;
    double nearest = reach;
    for (size_t edge = 0; edge < m_courses.size(); ++edge) {
        const bool isNear = m_bounds[edge].adjusted(-reach, -reach, reach, reach).contains(position);
        const double away = isNear && isLine(edge) ? distance(position, m_courses[edge]) : HUGE_VAL;
        if (away < nearest) {
            nearest = away;
            found = lineOf(edge);
        }
    }
    return found;
}

std::optional<Target> GraphScene::targetAt(QPointF position) const
{
    for (const auto &node : m_layout.nodes) {
        if (!isSelectable(node.id) || !isShown(node.id) || !node.box.contains(position))
            continue;
        for (const auto &module : node.modules) {
            if (module.box.contains(position))
                return Target{node.id, module.id};
        }
        return Target{node.id, {}};
    }
    return lineAt(position);
}

const PlacedNode *GraphScene::node(const NodeId &id) const
{
    const auto found = m_positions.constFind(id);
    return found == m_positions.cend() ? nullptr : &m_layout.nodes[*found];
}

const PlacedNode *GraphScene::nodeAt(QPointF position) const
{
    const auto found = std::ranges::find_if(m_layout.nodes, [&](const PlacedNode &node) {
        return isShown(node.id) && node.box.contains(position);
    });
    return found == m_layout.nodes.end() ? nullptr : &*found;
}

QRectF GraphScene::boxOf(const Target &target) const
{
    const auto *placed = node(target.node);
    if (placed == nullptr)
        return {};
    for (size_t edge = 0; target.callee.has_value() && edge < m_paths.size(); ++edge) {
        const QPointF corner(lineBox / 2, lineBox / 2);
        if (isLine(edge) && lineOf(edge) == target)
            return {m_paths[edge].pointAtPercent(0.5) - corner, QSizeF(lineBox, lineBox)};
    }
    if (target.module.has_value()) {
        const auto module
            = std::ranges::find(placed->modules, *target.module, &model::layout::PlacedModule::id);
        if (module != placed->modules.end())
            return module->box;
    }
    return placed->box;
}

void GraphScene::setShown(const Shown &shown)
{
    m_shown = shown;
    findTargets();
}

void GraphScene::findTargets()
{
    m_targets.clear();
    for (const auto &node : m_layout.nodes) {
        if (!isSelectable(node.id) || !isShown(node.id))
            continue;
        m_targets.push_back({node.id, {}});
        for (const auto &module : node.modules)
            m_targets.push_back({node.id, module.id});
    }
    std::ranges::stable_sort(m_targets, {}, [this](const Target &target) {
        const QPointF corner = boxOf(target).topLeft();
        return std::pair(corner.y(), corner.x());
    });
    m_all = m_targets;
    for (size_t edge = 0; edge < m_paths.size(); ++edge) {
        if (isLine(edge))
            m_all.push_back(lineOf(edge));
    }
}

std::vector<Target> GraphScene::linesOf(const NodeId &node) const
{
    std::vector<Target> lines;
    for (const bool outgoing : {true, false}) {
        for (size_t edge = 0; edge < m_paths.size(); ++edge) {
            const auto &placed = m_layout.edges[edge];
            if (isLine(edge) && (outgoing ? placed.from : placed.to) == node)
                lines.push_back(lineOf(edge));
        }
    }
    return lines;
}

Target GraphScene::neighbour(const Target &from, QPointF direction) const
{
    const QPointF start = boxOf(from).center();
    Target best = from;
    double bestCost = HUGE_VAL;
    for (const auto &candidate : targets()) {
        const QPointF way = boxOf(candidate).center() - start;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        const double cost = ahead + 2 * aside;
        if (ahead > 1 && aside <= 2.5 * ahead && cost < bestCost) {
            best = candidate;
            bestCost = cost;
        }
    }
    return best;
}

bool GraphScene::hasRoomFor(size_t edge, QSizeF words) const
{
    constexpr double arrow = 12; // and the ends
    const QLineF way(m_paths[edge].pointAtPercent(0), m_paths[edge].pointAtPercent(1));
    if (way.length() <= 0)
        return false;
    const double along
        = (std::abs(way.dx()) * words.width() + std::abs(way.dy()) * words.height()) / way.length();
    return along + arrow <= m_paths[edge].length();
}

EdgeId GraphScene::edgeId(size_t edge) const
{
    return {m_layout.edges[edge].from, m_layout.edges[edge].to};
}

QSet<NodeId> GraphScene::neighbourhood(const NodeId &node) const
{
    QSet<NodeId> near{node};
    const auto grow = [&](const NodeId &middle) {
        for (const auto &edge : m_layout.edges) {
            if (edge.from == middle)
                near.insert(edge.to);
            if (edge.to == middle)
                near.insert(edge.from);
        }
    };
    grow(node);
    for (const auto &other : QSet<NodeId>(near)) {
        if (other != node && other.kind == NodeKind::Topic)
            grow(other);
    }
    return near;
}

QRectF GraphScene::boxAround(const QSet<NodeId> &nodes) const
{
    QRectF around;
    for (const auto &id : nodes) {
        if (const auto *placed = node(id); placed != nullptr && isShown(id))
            around |= placed->box;
    }
    return around;
}

QString GraphScene::title(const Target &target) const
{
    if (target.callee.has_value())
        return u"%1 → %2"_s.arg(title({target.node, {}}), title({*target.callee, {}}));
    if (target.module.has_value())
        return m_captions.modules.value(*target.module).title;
    return m_captions.nodes.value(target.node).title;
}

} // namespace app::graph
