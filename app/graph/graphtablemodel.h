// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"

#include <app/tables/rowsmodel.h>

namespace app::graph {

// A row of the table: a node, a module in one, or the calls from one node to another.
struct GraphRow
{
    Target target;
    QString name;
    QString what; // "service", "module of Shop", "topic", "call"
    QString team;
    QString state; // "● up", "◆ crashed 8 s"
    QString figures;
    QString calls; // whom
    QString calledBy;
    Health health = Health::Neutral;

    bool operator==(const GraphRow &) const = default;
};

// The same as the picture says, as a table: for systems too large for one, and for those who read it with
// their ears. Keeps a scene's nodes in its order, and then its lines. GUI thread.
class GraphTableModel : public tables::RowsModel<GraphRow>
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        What,
        Team,
        State,
        Figures,
        Calls,
        CalledBy,
        Columns
    };
    using RowsModel::RowsModel;

    void show(const GraphScene &scene, const Vitality &vitality);
    const Target &target(int row) const { return this->row(row).target; }
    int rowOf(const Target &target) const; // -1: none

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace app::graph
