// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphtablemodel.h"

#include "callrows.h"

#include <app/tables/healthcolours.h>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::EdgeKind;
using model::layout::NodeKind;

namespace {

QString stateWords(const NodeVitality &live)
{
    const QString words = !live.reason.isEmpty() ? live.reason
        : live.health == Health::Good            ? GraphTableModel::tr("up")
                                                 : QString();
    return words.isEmpty() ? QString() : wording::mark(live.health) + QChar::Space + words;
}

QString kindWords(const GraphScene &scene, const Target &target)
{
    if (target.module.has_value())
        return GraphTableModel::tr("module of %1").arg(scene.title({target.node, {}}));
    if (target.node.kind == NodeKind::Topic)
        return GraphTableModel::tr("topic");
    const auto *node = scene.node(target.node);
    return node != nullptr && !node->modules.empty()
        ? GraphTableModel::tr("unit of %1 modules").arg(node->modules.size())
        : GraphTableModel::tr("service");
}

struct WhomAndByWhom
{
    QStringList calls;
    QStringList calledBy;
};

QHash<NodeId, WhomAndByWhom> linesOf(const GraphScene &scene)
{
    QHash<NodeId, WhomAndByWhom> lines;
    for (const auto &edge : scene.layout().edges) {
        if (edge.kind == EdgeKind::Storage)
            continue;
        lines[edge.from].calls << scene.title({edge.to, {}});
        lines[edge.to].calledBy << scene.title({edge.from, {}});
    }
    return lines;
}

} // namespace

void GraphTableModel::show(const GraphScene &scene, const Vitality &vitality)
{
    const auto lines = linesOf(scene);
    std::vector<GraphRow> rows;
    rows.reserve(scene.all().size());
    for (const auto &target : scene.targets()) {
        const auto &captions = scene.captions();
        const bool isModule = target.module.has_value();
        auto live = vitality.nodes.value(target.node);
        if (isModule && vitality.modules.contains(*target.module))
            live = vitality.modules.value(*target.module);
        const auto caption
            = isModule ? captions.modules.value(*target.module) : captions.nodes.value(target.node);
        rows.push_back({target, caption.title, kindWords(scene, target), caption.teamTitle, stateWords(live),
                        isModule ? QString() : live.figures,
                        isModule ? QString() : lines.value(target.node).calls.join(u", "_s),
                        isModule ? QString() : lines.value(target.node).calledBy.join(u", "_s), live.health});
    }
    std::ranges::move(callRowsOf(scene, vitality), std::back_inserter(rows));
    replace(std::move(rows));
}

int GraphTableModel::rowOf(const Target &target) const
{
    const auto found = std::ranges::find(rows(), target, &GraphRow::target);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

int GraphTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant GraphTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = this->row(index.row());
    if (role == tables::healthRole && index.column() == State && !row.state.isEmpty())
        return static_cast<int>(row.health);
    if (role == Qt::ToolTipRole && index.column() >= Calls)
        return index.column() == Calls ? row.calls : row.calledBy;
    if (role != Qt::DisplayRole)
        return {};
    const QString cells[Columns]
        = {row.name, row.what, row.team, row.state, row.figures, row.calls, row.calledBy};
    return cells[index.column()];
}

QVariant GraphTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == State)
        return tr("Measured; faults in force as they were set");
    if (role == Qt::ToolTipRole && section == Figures)
        return tr("Measured over the last second");
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[Columns]
        = {tr("Name"), tr("What"), tr("Team"), tr("State"), tr("Measured"), tr("Calls"), tr("Called by")};
    return section >= 0 && section < Columns ? titles[section] : QVariant();
}

} // namespace app::graph
