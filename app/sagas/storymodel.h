// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "beat.h"

#include <app/tables/rowsmodel.h>

namespace app::sagas {

// The steps of one order's life, a row each. GUI thread.
class StoryModel : public tables::RowsModel<Beat>
{
    Q_OBJECT
public:
    explicit StoryModel(QObject *parent = nullptr);

    void show(std::vector<Beat> beats) { replace(std::move(beats)); }
    const Beat &beat(int row) const { return RowsModel::row(row); }
    // When it was, counted from the first step: "+12 ms"; of the first one, the time of day.
    QString time(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace app::sagas
