// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quiettable.h"

#include <QHeaderView>

namespace app::tables {

namespace {

constexpr int heightOfRow = 22;
constexpr int leastOfLast = 40;

} // namespace

QuietTable::QuietTable(const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(accessibleName);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the last column has what is left
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(heightOfRow);
    verticalHeader()->setDefaultSectionSize(heightOfRow);
    auto *header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
}

void QuietTable::setUp(QAbstractItemModel *model, const std::vector<int> &widths)
{
    setModel(model);
    for (size_t column = 0; column < widths.size(); ++column)
        setColumnWidth(static_cast<int>(column), widths[column]);
    if (const int last = horizontalHeader()->count() - 1; last >= static_cast<int>(widths.size()))
        setColumnWidth(last, leastOfLast); // at least; else the edge would cut it off
}

void QuietTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    const auto rows = selectionModel()->selectedRows();
    if (!rows.isEmpty() && rows.front().row() != currentIndex().row())
        selectionModel()->setCurrentIndex(rows.front(), QItemSelectionModel::NoUpdate);
}

} // namespace app::tables
