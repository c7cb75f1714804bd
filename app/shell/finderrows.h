// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QStyledItemDelegate>

namespace app::shell {

// Draws what a Finder lists: the words with the typed letters bold, of what they are, and the keys. GUI
// thread.
class FinderRows : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const style::Theme &theme) { m_theme = theme; }

    void
    paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintWords(QPainter &painter, const QRect &box, const QModelIndex &index, const QFont &font) const;

    style::Theme m_theme = style::Theme::light();
};

} // namespace app::shell
