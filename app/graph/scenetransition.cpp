// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenetransition.h"

#include <model/layout/placement.h>

#include <algorithm>

namespace app::graph {

void SceneTransition::start(GraphScene from, GraphScene to, Moment now, Moment takes)
{
    m_from = std::move(from);
    m_to = std::move(to);
    m_started = now;
    m_takes = takes;
    m_isRunning = true;
}

GraphScene SceneTransition::at(Moment now)
{
    const double share = m_takes.count() > 0 ? (now - m_started) / m_takes : 1;
    if (!(share < 1)) {
        m_isRunning = false;
        return m_to;
    }
    const double way = share * share * (3 - 2 * share); // begins and ends softly
    auto layout = m_to.layout();
    for (auto &node : layout.nodes) {
        const auto *before = m_from.node(node.id);
        if (before == nullptr)
            continue;
        const QPointF back = (before->box.center() - node.box.center()) * (1 - way);
        node.box.translate(back);
        for (auto &module : node.modules)
            module.box.translate(back);
    }
    const bool sameLines = layout.edges.size() == m_from.layout().edges.size();
    for (size_t edge = 0; edge < layout.edges.size(); ++edge) {
        auto &line = layout.edges[edge];
        const auto *before = sameLines ? &m_from.layout().edges[edge] : nullptr;
        const bool isSame = before != nullptr && before->from == line.from && before->to == line.to
            && before->curve.size() == line.curve.size();
        for (size_t point = 0; isSame && point < line.curve.size(); ++point)
            line.curve[point] = before->curve[point] * (1 - way) + line.curve[point] * way;
    }
    return GraphScene(std::move(layout), m_to.captions());
}

} // namespace app::graph
