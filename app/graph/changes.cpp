// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "changes.h"

namespace app::graph {

namespace {

constexpr double signs = 60; // around the middle of a line, that what stands on it may take

template<typename Key, typename Value>
bool differs(const QHash<Key, Value> &before, const QHash<Key, Value> &after, const Key &key)
{
    const auto was = before.constFind(key);
    const auto is = after.constFind(key);
    if (was == before.cend() || is == after.cend())
        return (was == before.cend()) != (is == after.cend());
    return !(*was == *is);
}

bool nodeDiffers(const Vitality &before, const Vitality &after, const NodeId &node, Detail detail)
{
    if (detail == Detail::Full)
        return differs(before.nodes, after.nodes, node);
    const auto was = before.nodes.constFind(node);
    const auto is = after.nodes.constFind(node);
    if (was == before.nodes.cend() || is == after.nodes.cend())
        return (was == before.nodes.cend()) != (is == after.nodes.cend());
    return was->health != is->health;
}

} // namespace

std::vector<QRectF> changesBetween(
    const GraphScene &scene, const Vitality &before, const Vitality &after, Detail detail, bool words)
{
    std::vector<QRectF> boxes;
    for (const auto &node : scene.layout().nodes) {
        bool changed = nodeDiffers(before, after, node.id, detail);
        for (const auto &module : node.modules)
            changed = changed || differs(before.modules, after.modules, module.id);
        if (changed)
            boxes.push_back(node.box);
    }
    for (size_t edge = 0; edge < scene.layout().edges.size(); ++edge) {
        const auto id = scene.edgeId(edge);
        const auto &callee = scene.layout().edges[edge].to; // a line is as good as its end, until it is known
        const bool line = differs(before.edges, after.edges, id) || differs(before.lines, after.lines, id)
            || (!after.edges.contains(id) && nodeDiffers(before, after, callee, Detail::Names));
        const bool sign = differs(before.queues, after.queues, id)
            || differs(before.breakers, after.breakers, id)
            || (words && differs(before.calls, after.calls, id));
        if (line || sign)
            boxes.push_back(scene.bounds(edge).adjusted(-signs, -10, signs, 10));
    }
    return boxes;
}

} // namespace app::graph
