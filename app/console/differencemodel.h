// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "difference.h"

#include <app/tables/rowsmodel.h>

namespace app::console {

// Two answers beside each other: how long each took, measured, and all in which they differ. GUI thread.
class DifferenceModel : public tables::RowsModel<Difference>
{
    Q_OBJECT
public:
    enum Column
    {
        WhatColumn,
        OneColumn,
        OtherColumn,
        ColumnCount
    };
    explicit DifferenceModel(QStringList fleets, QObject *parent = nullptr);

    void show(const services::platform::EndpointAnswer &one, const services::platform::EndpointAnswer &other);
    void clear() { replace({}); }
    int count() const { return m_count; } // of differences, the times not among them

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_fleets; // titles of the first and the second
    int m_count = 0;
};

} // namespace app::console
