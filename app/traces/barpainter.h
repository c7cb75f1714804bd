// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QStyledItemDelegate>

namespace app::traces {

struct WaterfallRow;

// Draws a span as a row of a waterfall: its title, indented below whoever asked for it, and a bar from its
// beginning to its end. What the answer waited for is a thick line in the bar; what failed has a cross, what
// a fault has touched a lightning, and what nobody waits for is hollow. GUI thread.
class BarPainter : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const style::Theme &theme) { m_theme = theme; }

    void
    paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where the bars stand in a row so wide.
    static QRectF barsIn(const QRectF &row);

private:
    void paintBar(QPainter &painter, const WaterfallRow &bar, const QRectF &place) const;

    style::Theme m_theme;
};

} // namespace app::traces
