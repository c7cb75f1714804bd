// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "talemodel.h"

#include <app/tables/healthcolours.h>
#include <app/wording/figures.h>

namespace app::traces {

using namespace Qt::StringLiterals;
using wording::Health;

TaleModel::TaleModel(QObject *parent)
    : RowsModel(parent)
{
}

void TaleModel::show(const Tale &tale)
{
    m_guilty = tale.guilty;
    replace(tale.steps);
}

int TaleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant TaleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &step = row(index.row());
    if (role == tables::healthRole && step.isTrouble)
        return static_cast<int>(Health::Bad);
    if (role == Qt::ToolTipRole)
        return tr("%1 after the customer wanted it, measured").arg(wording::milliseconds(step.at));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const QString mark = index.row() == m_guilty ? tr("✕ Here it goes wrong. ") : QString();
    return u"%1  %2%3"_s.arg(index.row() + 1).arg(mark, step.words);
}

} // namespace app::traces
