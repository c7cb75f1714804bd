// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QStyledItemDelegate>

namespace app::journeys {

// Paints a journey's state as a small coloured chip, with a dashed ring around what is predicted to suffer.
// Beside it stands the sign of what was predicted of what is in force: within a circle when it came like
// that, within a diamond when it did not, and within dots as long as nobody knows.
class StateChip : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const style::Theme &theme) { m_theme = theme; }
    void
    paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    // In the painter's font.
    void paintExpected(QPainter &painter, const QRectF &place, const QModelIndex &index) const;

    style::Theme m_theme = style::Theme::light();
};

} // namespace app::journeys
