// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/rowsmodel.h>
#include <services/platform/datareading.h>

namespace app::inspector {

// The newest rows of one table, as they lie in it. GUI thread.
class DataModel : public tables::RowsModel<QStringList>
{
    Q_OBJECT
public:
    using RowsModel::RowsModel;

    void show(const services::platform::TableReading &table);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString m_table;
    QStringList m_columns;
};

} // namespace app::inspector
