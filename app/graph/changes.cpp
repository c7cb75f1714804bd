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
    QSet<NodeId> turned; // well or ill now, and were not
    for (const auto &node : scene.layout().nodes) {
        bool changed = nodeDiffers(before, after, node.id, detail);
        for (const auto &module : node.modules)
            changed = changed || differs(before.modules, after.modules, module.id);
        if (changed)
            boxes.push_back(node.box);
        if (nodeDiffers(before, after, node.id, Detail::Names))
            turned.insert(node.id);
    }
    // Most of the time most of this is as it was: asked once of all, not of each line.
    const bool healths = before.edges != after.edges;
    const bool lines = before.lines != after.lines;
    const bool queues = before.queues != after.queues;
    const bool breakers = before.breakers != after.breakers;
    const bool calls = words && before.calls != after.calls;
    if (!healths && !lines && !queues && !breakers && !calls && turned.isEmpty())
        return boxes;
    for (size_t edge = 0; edge < scene.layout().edges.size(); ++edge) {
        const auto id = scene.edgeId(edge); // a line is as good as its end, until it is known
        const bool line = (healths && differs(before.edges, after.edges, id))
            || (lines && differs(before.lines, after.lines, id))
            || (turned.contains(id.to) && !after.edges.contains(id));
        const bool sign = (queues && differs(before.queues, after.queues, id))
            || (breakers && differs(before.breakers, after.breakers, id))
            || (calls && differs(before.calls, after.calls, id));
        if (line || sign)
            boxes.push_back(scene.bounds(edge).adjusted(-signs, -10, signs, 10));
    }
    return boxes;
}

} // namespace app::graph
