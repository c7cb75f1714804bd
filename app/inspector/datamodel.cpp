// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "datamodel.h"

namespace app::inspector {

using namespace Qt::StringLiterals;

void DataModel::show(const services::platform::TableReading &table)
{
    if (table.name != m_table || table.columns != m_columns) {
        replace({});
        beginResetModel();
        m_table = table.name;
        m_columns = table.columns;
        endResetModel();
    }
    replace(table.latest);
}

int DataModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant DataModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto words = row(index.row()).value(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: // a cell may be too narrow
        return words;
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(m_columns.value(index.column()), words);
    default:
        return {};
    }
}

QVariant DataModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole)
        return tr("Measured: as it lies in the table");
    return role == Qt::DisplayRole ? QVariant(m_columns.value(section)) : QVariant();
}

} // namespace app::inspector
