// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "healthcolours.h"

#include "celltip.h"

#include <app/wording/health.h>

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace app::tables {

void HealthColours::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto health = index.data(healthRole);
    if (!health.isValid())
        return;
    const auto color = m_theme.color(wording::roleOf(static_cast<wording::Health>(health.toInt())));
    option->palette.setColor(QPalette::Text, color);
    if (!m_theme.isHighContrast()) // there, what is selected is filled with a colour on which only one can be
                                   // read
        option->palette.setColor(QPalette::HighlightedText, color);
}

bool HealthColours::helpEvent(QHelpEvent *event,
                              QAbstractItemView *view,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString tip = cellTip(index);
    if (tip.isEmpty()) // then the table's own is shown
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tip, view->viewport(), option.rect);
    return true;
}

} // namespace app::tables
