// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/rowsmodel.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <model/telemetry/trace.h>

#include <QPointF>

namespace app::traces {

// A span as a line of a waterfall. Shares are of the whole time of the trace, 0 to 1.
struct WaterfallRow
{
    int depth = 0;
    QString title; // "asks Payments to charge 42.90"
    QString time; // "21 ms"
    QString words; // all of it, for who cannot see the bar
    double from = 0;
    double to = 0;
    std::vector<std::pair<double, double>> critical; // pieces that the answer waited for
    bool hasFailed = false;
    bool isTouched = false; // by a fault
    bool isAwaited = true; // else: a message, or what it caused

    bool operator==(const WaterfallRow &) const = default;
};

// The spans of one trace, a row each, in the trace's own order. GUI thread.
class WaterfallModel : public tables::RowsModel<WaterfallRow>
{
    Q_OBJECT
public:
    explicit WaterfallModel(QObject *parent = nullptr);

    // As it was served in that shape.
    void show(const model::telemetry::Trace &trace,
              const model::system::System &system,
              const model::packaging::Packaging &packaging);
    const WaterfallRow &bar(int row) const { return RowsModel::row(row); }
    std::chrono::nanoseconds span() const { return m_span; } // of the whole trace

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::chrono::nanoseconds m_span{0};
};

} // namespace app::traces
