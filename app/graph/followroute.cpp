// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "followroute.h"

#include <algorithm>

namespace app::graph {

using model::layout::EdgeKind;
using model::layout::NodeKind;
using model::system::CapabilityId;

namespace {

// The line of calls, or that of messages, from one node to another; empty: there is none.
QPainterPath lineBetween(const GraphScene &scene, const EdgeId &ends, bool isOfMessages)
{
    for (size_t edge = 0; edge < scene.layout().edges.size(); ++edge) {
        const bool isMeant = (scene.layout().edges[edge].kind == EdgeKind::Event) == isOfMessages;
        if (isMeant && scene.edgeId(edge) == ends && scene.isShown(edge))
            return scene.path(edge);
    }
    return {};
}

QPainterPath straight(const QRectF &from, const QRectF &to)
{
    QPainterPath way;
    way.moveTo(from.center());
    way.lineTo(to.center());
    return way;
}

QPainterPath wayOfCall(const GraphScene &scene, const NodeId &from, const NodeId &to)
{
    const auto way = lineBetween(scene, {from, to}, false);
    return way.isEmpty() ? lineBetween(scene, {to, from}, false).toReversed() : way;
}

QPainterPath wayThrough(const GraphScene &scene, const NodeId &topic, const Target &from, const Target &to)
{
    const QRectF middle = scene.boxOf({topic, {}});
    auto way = lineBetween(scene, {from.node, topic}, true);
    if (way.isEmpty())
        way = straight(scene.boxOf(from), middle);
    const auto onward = lineBetween(scene, {topic, to.node}, true);
    way.connectPath(onward.isEmpty() ? straight(middle, scene.boxOf(to)) : onward);
    return way;
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
    m_ends.push_back(start);
    const NodeId topic{NodeKind::Topic, step.topic.value_or(model::system::TopicId()).value};
    if (step.topic.has_value() && scene.node(topic) != nullptr && scene.isShown(topic)) {
        m_way = wayThrough(scene, topic, from, to);
        m_ends.push_back(scene.boxOf({topic, {}}));
    } else if (from.node != to.node) {
        m_way = step.topic.has_value() ? lineBetween(scene, {from.node, to.node}, true)
                                       : wayOfCall(scene, from.node, to.node);
    }
    if (m_way.isEmpty() && from != to)
        m_way = straight(start, end);
    if (end != start)
        m_ends.push_back(end);
    else // who hears himself is asked last as well
        std::ranges::rotate(m_ends, m_ends.begin() + 1);
}

} // namespace app::graph
