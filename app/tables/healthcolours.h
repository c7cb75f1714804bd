// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QStyledItemDelegate>

namespace app::tables {

// Under this role a model tells how well what a cell speaks of is, as wording::Health; the cell's words say
// it too.
constexpr int healthRole = Qt::UserRole + 100;

// Draws such cells in the colour of their health, and tells on hover of each cell what its column is. GUI
// thread.
class HealthColours : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const style::Theme &theme) { m_theme = theme; }
    bool helpEvent(QHelpEvent *event,
                   QAbstractItemView *view,
                   const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    style::Theme m_theme;
};

} // namespace app::tables
