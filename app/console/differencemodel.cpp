// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "differencemodel.h"

#include <app/wording/figures.h>

namespace app::console {

using namespace Qt::StringLiterals;

DifferenceModel::DifferenceModel(QStringList fleets, QObject *parent)
    : RowsModel(parent)
    , m_fleets(std::move(fleets))
{
}

void DifferenceModel::show(const services::platform::EndpointAnswer &one,
                           const services::platform::EndpointAnswer &other)
{
    auto found = differences(one, other);
    m_count = static_cast<int>(found.size());
    found.insert(found.begin(),
                 {tr("time, measured"), wording::milliseconds(one.duration),
                  wording::milliseconds(other.duration), false});
    replace(std::move(found));
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &difference = row(index.row());
    const QString cells[] = {difference.what, difference.one, difference.other};
    const QString &words = cells[index.column()];
    const bool isNothing = index.column() != WhatColumn && words.isEmpty() && difference.isMissing;
    switch (role) {
    case Qt::DisplayRole:
        return isNothing ? tr("not there") : words;
    case Qt::ToolTipRole:
        return words;
    case Qt::AccessibleTextRole:
        return index.column() == WhatColumn
            ? words
            : u"%1: %2"_s.arg(m_fleets.value(index.column() - 1), isNothing ? tr("not there") : words);
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == WhatColumn ? tr("What differs") : m_fleets.value(section - 1);
}

} // namespace app::console
