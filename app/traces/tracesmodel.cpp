// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracesmodel.h"

#include <app/tables/healthcolours.h>
#include <app/wording/figures.h>

#include <algorithm>

namespace app::traces {

using namespace Qt::StringLiterals;
using model::telemetry::TraceStatus;
using wording::Health;

namespace {

std::pair<QString, Health> resultOf(const model::telemetry::TraceGlance &glance)
{
    if (glance.status == TraceStatus::Failed)
        return {TracesModel::tr("✕ failed"), Health::Bad};
    if (glance.status == TraceStatus::Degraded)
        return {TracesModel::tr("◐ degraded"), Health::Degraded};
    return {TracesModel::tr("✓ served"), Health::Good};
}

} // namespace

TracesModel::TracesModel(const model::system::System &system,
                         const std::vector<model::packaging::Packaging> &packagings,
                         QObject *parent)
    : RowsModel(parent)
    , m_system(system)
    , m_packagings(packagings)
{
}

TraceRow TracesModel::rowOfGlance(const FleetGlance &trace) const
{
    const auto &glance = trace.glance;
    const auto fleet = std::ranges::find(m_packagings, trace.fleet, &model::packaging::Packaging::id);
    const auto *journey = m_system.journey(glance.journey);
    const auto [result, health] = resultOf(glance);
    TraceRow row;
    row.key = {trace.fleet, glance.trace};
    row.what = journey != nullptr ? journey->title : glance.operation;
    row.shape = fleet != m_packagings.end() ? fleet->title : trace.fleet.value;
    row.result = glance.faults.isEmpty() ? result : u"%1 · ϟ %2"_s.arg(result, glance.faults.join(u", "_s));
    row.took = wording::milliseconds(glance.duration);
    row.hops = QString::number(glance.hops);
    const auto age = model::telemetry::Instant(std::chrono::steady_clock::now()) - glance.start;
    row.age = wording::ago(std::max(age, decltype(age)::zero()));
    QStringList more;
    if (!glance.why.isEmpty())
        more << glance.why;
    if (glance.retries > 0)
        more << tr("%1 calls were tried again").arg(glance.retries);
    if (!glance.isWhole)
        more << tr("Only what failed of it was kept: too many requests came to keep all");
    row.more = more.join(u'\n');
    row.health = health;
    row.duration = glance.duration;
    row.hopCount = glance.hops;
    row.start = glance.start;
    return row;
}

QVariant TracesModel::sortedBy(const TraceRow &row, int column)
{
    switch (column) {
    case WhatColumn:
        return row.what;
    case ShapeColumn:
        return row.shape;
    case TookColumn:
        return qlonglong(row.duration.count());
    case HopsColumn:
        return row.hopCount;
    case AgeColumn:
        return qlonglong(-row.start.time_since_epoch().count());
    default:
        return static_cast<int>(row.health);
    }
}

void TracesModel::show(const Glances &traces, const TraceFilter &filter)
{
    std::vector<TraceRow> rows;
    for (const auto &trace : traces) {
        if (rows.size() == most)
            break;
        if (filter.lets(*trace))
            rows.push_back(rowOfGlance(*trace));
    }
    replace(std::move(rows));
}

std::optional<TraceKey> TracesModel::keyAt(int index) const
{
    return index >= 0 && index < rowCount() ? std::optional(row(index).key) : std::nullopt;
}

std::optional<int> TracesModel::rowOf(const TraceKey &key) const
{
    const auto found = std::ranges::find(rows(), key, &TraceRow::key);
    return found != rows().end() ? std::optional(static_cast<int>(found - rows().begin())) : std::nullopt;
}

int TracesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant TracesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &trace = row(index.row());
    if (role == tables::healthRole && index.column() == ResultColumn)
        return static_cast<int>(trace.health);
    if (role == Qt::ToolTipRole)
        return trace.more;
    if (role == Qt::TextAlignmentRole && index.column() >= TookColumn && index.column() <= AgeColumn)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role == sortRole)
        return sortedBy(trace, index.column());
    if (role != Qt::DisplayRole)
        return {};
    const QString texts[] = {trace.what, trace.shape, trace.took, trace.hops, trace.age, trace.result};
    return texts[index.column()];
}

QVariant TracesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= Columns)
        return {};
    const bool isNumber = section >= TookColumn && section <= AgeColumn;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const std::pair<QString, QString> titles[]
        = {{tr("Request"), tr("What the customer wanted")},
           {tr("Shape"), {}},
           {tr("Took"), tr("Measured, from the moment the customer wanted it")},
           {tr("Hops"), tr("Measured: requests that crossed the network")},
           {tr("Age"), tr("Measured: since the customer wanted it")},
           {tr("Result"), tr("Measured; ϟ: a fault in force has touched it")}};
    if (role == Qt::DisplayRole)
        return titles[section].first;
    return role == Qt::ToolTipRole ? QVariant(titles[section].second) : QVariant();
}

} // namespace app::traces
