// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphtable.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>

namespace app::graph {

GraphTable::GraphTable(const QString &accessibleName, QWidget *parent)
    : QuietTable(accessibleName, parent)
    , m_rows(new GraphTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSourceModel(m_rows);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    setUp(m_sorted, {150, 110, 100, 150, 110, 180, 100});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // a pane may be narrower than all that is known
    makeSortable(tr("In the table of a picture")); // first as in the picture, from top to bottom
}

void GraphTable::show(const GraphScene &scene, const Vitality &vitality)
{
    const QScopedValueRollback told(m_isTold, true);
    m_rows->show(scene, vitality);
}

std::optional<Target> GraphTable::targetOf(const QModelIndex &index) const
{
    const auto row = m_sorted->mapToSource(index);
    return row.isValid() ? std::optional(m_rows->target(row.row())) : std::nullopt;
}

void GraphTable::setSelected(const std::optional<Target> &target)
{
    const QScopedValueRollback told(m_isTold, true);
    const int row = target.has_value() ? m_rows->rowOf(*target) : -1;
    if (row < 0)
        return clearSelection();
    const auto index = m_sorted->mapFromSource(m_rows->index(row, 0));
    if (index.row() != currentIndex().row() || !selectionModel()->isSelected(index))
        selectRow(index.row());
}

void GraphTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QuietTable::currentChanged(current, previous);
    const auto target = targetOf(current);
    if (!m_isTold && target.has_value() && current.row() != previous.row())
        Q_EMIT chosen(*target);
}

void GraphTable::askForVerbs(const QPoint &globalPosition)
{
    if (const auto target = targetOf(currentIndex()))
        Q_EMIT verbsWanted(*target, globalPosition);
}

// Qt makes the first row the current one: nobody has chosen it.
void GraphTable::focusInEvent(QFocusEvent *event)
{
    const QScopedValueRollback told(m_isTold, true);
    QuietTable::focusInEvent(event);
}

void GraphTable::keyPressEvent(QKeyEvent *event)
{
    const bool asks
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (asks)
        askForVerbs(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
    else
        QuietTable::keyPressEvent(event);
}

void GraphTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        askForVerbs(event->globalPos());
    else
        askForVerbs(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

} // namespace app::graph
