// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "beat.h"

#include <app/style/theme.h>

#include <QStyledItemDelegate>

namespace app::sagas {

// Draws a step as a row of a sequence diagram: the lifelines, and on them an arrow whose shape and colour say
// how it went. Forward: a line with a full head. Undoing: dashes with an open head. Failed: a line that ends
// in a cross. Not yet: dots with a ring. GUI thread.
class BeatPainter : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const style::Theme &theme) { m_theme = theme; }

    void
    paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintArrow(QPainter &painter, const Beat &beat, double from, double to, double y) const;
    void paintMark(QPainter &painter, const Beat &beat, QPointF at) const;
    void paintWords(QPainter &painter, const Beat &beat, const QRectF &row, const QColor &ground) const;
    QColor colorOf(Manner manner) const;

    style::Theme m_theme;
};

} // namespace app::sagas
