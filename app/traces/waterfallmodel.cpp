// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waterfallmodel.h"

#include "tale.h"

#include <app/wording/figures.h>
#include <app/wording/instances.h>
#include <model/telemetry/criticalpath.h>

#include <algorithm>

namespace app::traces {

using namespace Qt::StringLiterals;
using model::telemetry::Instant;
using model::telemetry::SpanKind;

WaterfallModel::WaterfallModel(QObject *parent)
    : RowsModel(parent)
{
}

void WaterfallModel::show(const model::telemetry::Trace &trace,
                          const model::system::System &system,
                          const model::packaging::Packaging &packaging)
{
    const auto begin = trace.begin();
    m_span = trace.isEmpty() ? std::chrono::nanoseconds(0) : trace.end() - begin;
    const double whole = std::max(1.0, static_cast<double>(m_span.count()));
    const auto share = [&](Instant at) { return static_cast<double>((at - begin).count()) / whole; };
    std::vector<WaterfallRow> rows;
    for (int position = 0; position < static_cast<int>(trace.nodes().size()); ++position) {
        const auto &node = trace.node(position);
        WaterfallRow row;
        row.depth = node.depth;
        row.title = titleOf(node.span, system);
        if (node.span.kind == SpanKind::Server && !node.span.instance.isEmpty())
            row.title = tr("%1 on %2").arg(row.title, wording::nameOf(node.span.instance, packaging));
        row.time = wording::milliseconds(node.span.duration);
        row.from = share(node.span.start);
        row.to = share(trace.endOf(position));
        row.hasFailed = node.span.failure.has_value();
        row.isTouched = std::ranges::any_of(node.span.annotations,
                                            [](const auto &remark) { return !remark.fault.isEmpty(); });
        row.isAwaited = !trace.isAsynchronous(position);
        rows.push_back(std::move(row));
    }
    for (const auto &piece : model::telemetry::criticalPathOf(trace))
        rows[static_cast<size_t>(piece.span)].critical.emplace_back(share(piece.from), share(piece.to));
    const auto times = model::telemetry::criticalTimes(trace);
    for (size_t position = 0; position < rows.size(); ++position) {
        auto &row = rows[position];
        QStringList words{row.title, row.time};
        if (row.hasFailed)
            words << tr("failed");
        if (row.isTouched)
            words << tr("touched by a fault");
        if (times[position].count() > 0)
            words << tr("%1 on the critical path").arg(wording::milliseconds(times[position]));
        row.words = words.join(u", "_s);
    }
    replace(std::move(rows));
}

int WaterfallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant WaterfallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return row(index.row()).title;
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return row(index.row()).words;
    return {};
}

} // namespace app::traces
