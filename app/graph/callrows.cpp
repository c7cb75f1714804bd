// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callrows.h"

#include <algorithm>
#include <utility>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::EdgeKind;

namespace {

struct CallState
{
    Health health = Health::Neutral;
    QStringList words = {};
};

void worsen(CallState &state, Health health, const QString &words)
{
    state.health = std::max(state.health, health);
    state.words << words;
}

CallState stateOfCalls(const EdgeId &line, const Vitality &vitality)
{
    CallState state;
    const bool isCalled = vitality.calls.contains(line);
    const auto health = vitality.healthOf(line);
    if (isCalled || health == Health::Bad)
        state.health = health;
    if (health == Health::Bad)
        state.words << (isCalled ? GraphTableModel::tr("calls fail") : GraphTableModel::tr("nobody answers"));
    else if (isCalled)
        state.words << (health == Health::Good ? GraphTableModel::tr("answered")
                                               : GraphTableModel::tr("some calls fail"));
    const auto trouble = vitality.lines.value(line, LineTrouble::None);
    if (trouble == LineTrouble::Cut)
        worsen(state, Health::Bad, GraphTableModel::tr("cut off"));
    else if (trouble == LineTrouble::Slow)
        worsen(state, Health::Degraded, GraphTableModel::tr("disturbed line"));
    const auto breaker = vitality.breakers.value(line, BreakerState::Closed);
    if (breaker == BreakerState::Open)
        worsen(state, Health::Degraded, GraphTableModel::tr("breaker open"));
    else if (breaker == BreakerState::HalfOpen)
        worsen(state, Health::Degraded, GraphTableModel::tr("breaker tries"));
    return state;
}

} // namespace

std::vector<GraphRow> callRowsOf(const GraphScene &scene, const Vitality &vitality)
{
    QHash<EdgeId, EdgeKind> kinds;
    for (const auto &edge : scene.layout().edges)
        kinds[{edge.from, edge.to}] = edge.kind;
    std::vector<GraphRow> rows;
    for (const auto &target : scene.all()) {
        if (!target.callee.has_value())
            continue;
        const EdgeId line{target.node, *target.callee};
        const auto state = stateOfCalls(line, vitality);
        GraphRow row;
        row.target = target;
        row.name = scene.title(target);
        row.what = kinds.value(line) == EdgeKind::Optional ? GraphTableModel::tr("optional call")
                                                           : GraphTableModel::tr("call");
        if (!state.words.isEmpty())
            row.state = wording::mark(state.health) + QChar::Space + state.words.join(u", "_s);
        row.figures = vitality.calls.value(line);
        row.calls = scene.title({*target.callee, {}});
        row.calledBy = scene.title({target.node, {}});
        row.health = state.health;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace app::graph
