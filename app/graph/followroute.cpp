// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "followroute.h"

#include <algorithm>

namespace app::graph {

using model::layout::NodeKind;
using model::system::CapabilityId;

namespace {

// The position of the line from one node to another; nothing: there is none.
std::optional<size_t> edgeBetween(const GraphScene &scene, const NodeId &from, const NodeId &to)
{
    for (size_t edge = 0; edge < scene.layout().edges.size(); ++edge) {
        if (scene.edgeId(edge) == EdgeId{from, to})
            return edge;
    }
    return {};
}

} // namespace

Target FollowRoute::targetOf(const std::optional<CapabilityId> &who,
                             const model::packaging::Packaging &packaging) const
{
    if (!who.has_value())
        return {{NodeKind::Shoppers, {}}, {}};
    const auto *unit = packaging.unitOf(*who);
    if (unit == nullptr)
        return {};
    Target target{{NodeKind::Unit, unit->id.value}, {}};
    if (unit->capabilities.size() > 1)
        target.module = who;
    return target;
}

QPainterPath FollowRoute::between(const GraphScene &scene, const NodeId &from, const NodeId &to)
{
    if (const auto edge = edgeBetween(scene, from, to))
        return scene.path(*edge);
    if (const auto back = edgeBetween(scene, to, from))
        return scene.path(*back).toReversed();
    for (const auto &node : scene.layout().nodes) {
        if (node.id.kind != NodeKind::Topic)
            continue;
        const auto first = edgeBetween(scene, from, node.id);
        const auto second = edgeBetween(scene, node.id, to);
        if (!first || !second)
            continue;
        QPainterPath way = scene.path(*first);
        way.connectPath(scene.path(*second));
        return way;
    }
    return {};
}

FollowRoute::FollowRoute(const GraphScene &scene,
                         const model::packaging::Packaging &packaging,
                         const FollowedStep &step)
{
    const auto from = targetOf(step.from, packaging);
    const auto to = targetOf(step.to, packaging);
    if (scene.node(from.node) == nullptr || scene.node(to.node) == nullptr)
        return;
    const QRectF start = scene.boxOf(from);
    const QRectF end = scene.boxOf(to);
    if (from.node != to.node)
        m_way = between(scene, from.node, to.node);
    if (m_way.isEmpty() && from != to) {
        m_way.moveTo(start.center());
        m_way.lineTo(end.center());
    }
    m_ends.push_back(start);
    if (end != start)
        m_ends.push_back(end);
}

} // namespace app::graph
