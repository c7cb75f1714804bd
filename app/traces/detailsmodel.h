// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/rowsmodel.h>
#include <app/wording/health.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <model/telemetry/trace.h>

namespace app::traces {

// Something to know about a span.
struct Detail
{
    QString name;
    QString value;
    wording::Health health = wording::Health::Neutral;

    bool operator==(const Detail &) const = default;
};

// Everything that was measured of one span, a row each. GUI thread.
class DetailsModel : public tables::RowsModel<Detail>
{
    Q_OBJECT
public:
    enum Column
    {
        NameColumn,
        ValueColumn,
        Columns
    };

    explicit DetailsModel(QObject *parent = nullptr);

    // Of the span at this position, in that shape; -1: nothing.
    void show(const model::telemetry::Trace &trace,
              int span,
              const model::system::System &system,
              const model::packaging::Packaging &packaging);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace app::traces
