// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "weakpoints.h"

#include <app/wording/faults.h>

namespace app::shell {

using namespace Qt::StringLiterals;

WeakPoints::WeakPoints(const model::system::System &system, QObject *parent)
    : QAbstractTableModel(parent)
    , m_system(system)
{
}

void WeakPoints::show(const model::packaging::Packaging &packaging,
                      const std::vector<model::analysis::SinglePoint> &points)
{
    beginResetModel();
    m_packaging = packaging;
    m_points = points;
    endResetModel();
}

int WeakPoints::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_points.size());
}

int WeakPoints::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString WeakPoints::titles(const std::vector<model::system::JourneyId> &journeys) const
{
    if (journeys.size() == m_system.journeys.size())
        return tr("everything");
    QStringList titles;
    for (const auto &id : journeys) {
        const auto *journey = m_system.journey(id);
        titles << (journey != nullptr ? journey->title : id.value);
    }
    return titles.join(u", "_s);
}

QVariant WeakPoints::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &point = m_points[static_cast<size_t>(index.row())];
    if (role == Qt::ToolTipRole) {
        QStringList lines;
        if (!point.down.empty())
            lines << tr("✕ Down: %1").arg(titles(point.down));
        if (!point.degraded.empty())
            lines << tr("◐ Degraded: %1").arg(titles(point.degraded));
        lines << tr("Predicted by the model.");
        return lines.join(u'\n');
    }
    if (role == Qt::TextAlignmentRole && index.column() != Loss)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Loss:
        return wording::wordsAtStart(point.fault, m_system, m_packaging);
    case Down:
        return static_cast<int>(point.down.size());
    case Degraded:
        return static_cast<int>(point.degraded.size());
    default:
        return tr("%1 %").arg(100 * point.lostShare, 0, 'f', 0);
    }
}

QVariant WeakPoints::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) // over its figures or words
        return static_cast<int>((section == Loss ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section != Loss)
        return tr("Predicted by the model.");
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("If only this is lost"), tr("Down"), tr("Degraded"), tr("Attempts lost")};
    return titles[section];
}

} // namespace app::shell
