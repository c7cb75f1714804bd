// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphscene.h"

#include <algorithm>
#include <cmath>

namespace app::graph {

using model::layout::NodeKind;

namespace {

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
}

std::optional<Target> GraphScene::targetAt(QPointF position) const
{
    for (const auto &node : m_layout.nodes) {
        if (!isSelectable(node.id) || !node.box.contains(position))
            continue;
        for (const auto &module : node.modules) {
            if (module.box.contains(position))
                return Target{node.id, module.id};
        }
        return Target{node.id, {}};
    }
    return {};
}

const PlacedNode *GraphScene::node(const NodeId &id) const
{
    const auto found = std::ranges::find(m_layout.nodes, id, &PlacedNode::id);
    return found == m_layout.nodes.end() ? nullptr : &*found;
}

QRectF GraphScene::boxOf(const Target &target) const
{
    const auto *placed = node(target.node);
    if (placed == nullptr)
        return {};
    if (target.module.has_value()) {
        const auto module
            = std::ranges::find(placed->modules, *target.module, &model::layout::PlacedModule::id);
        if (module != placed->modules.end())
            return module->box;
    }
    return placed->box;
}

std::vector<Target> GraphScene::targets() const
{
    std::vector<Target> all;
    for (const auto &node : m_layout.nodes) {
        if (!isSelectable(node.id))
            continue;
        all.push_back({node.id, {}});
        for (const auto &module : node.modules)
            all.push_back({node.id, module.id});
    }
    std::ranges::stable_sort(all, [this](const Target &left, const Target &right) {
        const QPointF a = boxOf(left).topLeft();
        const QPointF b = boxOf(right).topLeft();
        return std::pair(a.y(), a.x()) < std::pair(b.y(), b.x());
    });
    return all;
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

EdgeId GraphScene::edgeId(size_t edge) const
{
    return {m_layout.edges[edge].from, m_layout.edges[edge].to};
}

QString GraphScene::title(const Target &target) const
{
    if (target.module.has_value())
        return m_captions.modules.value(*target.module).title;
    return m_captions.nodes.value(target.node).title;
}

} // namespace app::graph
