// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "series.h"

#include <app/tables/rowsmodel.h>

namespace app::console {

// How many requests fared in one fleet, as words.
struct SeriesRow
{
    QString fleet;
    QStringList cells;

    bool operator==(const SeriesRow &) const = default;
};

// How series fare, a row for each fleet: statuses and times, measured. GUI thread.
class SeriesModel : public tables::RowsModel<SeriesRow>
{
    Q_OBJECT
public:
    enum Column
    {
        FleetColumn,
        EndedColumn,
        StatusColumn,
        MedianColumn,
        P95Column,
        SlowestColumn,
        RateColumn,
        ColumnCount
    };
    using RowsModel::RowsModel;

    void show(const std::vector<std::pair<QString, const Series *>> &series); // with their fleets' titles

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace app::console
