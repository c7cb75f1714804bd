// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variablesmodel.h"

namespace app::console {

using namespace Qt::StringLiterals;

VariablesModel::VariablesModel(const QStringList &fleets, QObject *parent)
    : QAbstractTableModel(parent)
    , m_variables(fleets)
{
}

void VariablesModel::set(const QString &name, int fleet, const QString &value)
{
    if (!m_variables.has(name) && !add(name))
        return;
    m_variables.set(name, fleet, value);
    const auto row = static_cast<int>(m_variables.names().indexOf(name));
    Q_EMIT dataChanged(index(row, fleet + 1), index(row, fleet + 1));
}

void VariablesModel::setEverywhere(const QString &name, const QString &value)
{
    for (int fleet = 0; fleet < m_variables.fleets(); ++fleet)
        set(name, fleet, value);
}

bool VariablesModel::add(const QString &name)
{
    if (!Variables::isName(name) || m_variables.has(name))
        return false;
    const int row = rowCount() - 1;
    beginInsertRows({}, row, row);
    m_variables.set(name, -1, {});
    endInsertRows();
    return true;
}

void VariablesModel::remove(int row)
{
    const auto names = m_variables.names();
    if (row < 0 || row >= names.size())
        return;
    beginRemoveRows({}, row, row);
    m_variables.remove(names[row]);
    endRemoveRows();
}

void VariablesModel::clear()
{
    while (rowCount() > 1)
        remove(0);
}

int VariablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_variables.names().size()) + 1;
}

int VariablesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_variables.fleets() + 1;
}

QVariant VariablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto names = m_variables.names();
    const bool isNew = index.row() == names.size();
    const QString words = isNew ? QString()
        : index.column() == 0   ? names[index.row()]
                                : m_variables.value(names[index.row()], index.column() - 1);
    switch (role) {
    case Qt::DisplayRole:
        return isNew && index.column() == 0 ? tr("New…") : words;
    case Qt::EditRole:
        return words;
    case Qt::ToolTipRole:
        return index.column() == 0 && !isNew ? tr("Write {{%1}} in a request").arg(words) : words;
    case Qt::AccessibleTextRole:
        return index.column() == 0 || isNew
            ? tr("Variable %1").arg(words)
            : tr("%1 in %2: %3")
                  .arg(names[index.row()], m_variables.fleet(index.column() - 1),
                       words.isEmpty() ? tr("nothing yet") : words);
    default:
        return {};
    }
}

bool VariablesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const auto names = m_variables.names();
    const QString words = value.toString().trimmed();
    if (index.row() == names.size())
        return index.column() == 0 && add(words);
    if (index.column() > 0)
        m_variables.set(names[index.row()], index.column() - 1, words);
    else if (!m_variables.rename(names[index.row()], words))
        return false;
    Q_EMIT dataChanged(index, index);
    return true;
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : m_variables.fleet(section - 1);
}

Qt::ItemFlags VariablesModel::flags(const QModelIndex &index) const
{
    const bool isNew = index.row() == rowCount() - 1;
    const auto usual = QAbstractTableModel::flags(index);
    return index.isValid() && (!isNew || index.column() == 0) ? usual | Qt::ItemIsEditable : usual;
}

} // namespace app::console
