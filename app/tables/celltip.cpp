// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltip.h"

#include <app/style/label.h>

#include <QAbstractItemModel>

namespace app::tables {

QString cellTip(const QModelIndex &index)
{
    const QString own = index.data(Qt::ToolTipRole).toString();
    const QString column
        = index.model()->headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole).toString();
    if (own.isEmpty() || own.contains(column))
        return style::tip(own.isEmpty() ? column : own);
    return style::tip(own + u'\n' + column);
}

} // namespace app::tables
