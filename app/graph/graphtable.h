// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphtablemodel.h"

#include <app/tables/quiettable.h>

class QSortFilterProxyModel;

namespace app::graph {

// The picture's equal as a table, which can be sorted: choosing a row is choosing the node or the line, and
// its menu comes by the same keys. GUI thread.
class GraphTable : public tables::QuietTable
{
    Q_OBJECT
public:
    explicit GraphTable(const QString &accessibleName, QWidget *parent = nullptr);

    void show(const GraphScene &scene, const Vitality &vitality);
    void setSelected(const std::optional<Target> &target);
    GraphTableModel &rows() { return *m_rows; }

Q_SIGNALS:
    void chosen(const app::graph::Target &target);
    void verbsWanted(const app::graph::Target &target, const QPoint &globalPosition);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    std::optional<Target> targetOf(const QModelIndex &index) const;
    void askForVerbs(const QPoint &globalPosition);

    GraphTableModel *m_rows;
    QSortFilterProxyModel *m_sorted;
    bool m_isTold = false; // what to select; a person did not
};

} // namespace app::graph
