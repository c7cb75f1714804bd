// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tale.h"

#include <app/tables/rowsmodel.h>

namespace app::traces {

// The sentences of a request's story, a row each. GUI thread.
class TaleModel : public tables::RowsModel<TaleStep>
{
    Q_OBJECT
public:
    explicit TaleModel(QObject *parent = nullptr);

    void show(const Tale &tale);
    const TaleStep &step(int row) const { return RowsModel::row(row); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    int m_guilty = -1;
};

} // namespace app::traces
