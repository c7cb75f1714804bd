// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tracefilter.h"

#include <app/tables/rowsmodel.h>
#include <app/wording/health.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>

namespace app::traces {

// Names a trace of one of several fleets.
struct TraceKey
{
    model::system::PackagingId fleet;
    model::telemetry::TraceId trace{};

    bool operator==(const TraceKey &) const = default;
};

// A trace in a list, in words.
struct TraceRow
{
    TraceKey key;
    QString what;
    QString shape;
    QString result; // "✓ served", "◐ degraded", "✕ failed"
    QString took;
    QString hops;
    QString age;
    QString more; // why, which faults, what is missing
    wording::Health health = wording::Health::Good;
    std::chrono::nanoseconds duration{0};
    int hopCount = 0;
    model::telemetry::Instant start;

    bool operator==(const TraceRow &) const = default;
};

// The latest traces that a filter lets through, the newest first. GUI thread.
class TracesModel : public tables::RowsModel<TraceRow>
{
    Q_OBJECT
public:
    enum Column
    {
        WhatColumn,
        ShapeColumn,
        TookColumn,
        HopsColumn,
        AgeColumn,
        ResultColumn,
        Columns
    };
    // What a column is sorted by: numbers where it shows them.
    static constexpr int sortRole = Qt::UserRole;

    TracesModel(const model::system::System &system,
                const std::vector<model::packaging::Packaging> &packagings,
                QObject *parent = nullptr);

    void show(const Glances &traces, const TraceFilter &filter);
    std::optional<TraceKey> keyAt(int row) const;
    std::optional<int> rowOf(const TraceKey &key) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr size_t most = 500; // lines: the newest; who looks for older ones narrows the filter

private:
    TraceRow rowOfGlance(const FleetGlance &trace) const;
    static QVariant sortedBy(const TraceRow &row, int column);

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
};

} // namespace app::traces
