// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/rowsmodel.h>
#include <app/wording/health.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/logmemory.h>

namespace app::inspector {

// A line of a log, in words.
struct LogRow
{
    quint64 number = 0; // of the line
    QString time; // of the day
    QString instance;
    QString level;
    QString text;
    model::telemetry::TraceId trace{};
    bool isTraced = false; // its trace can be looked at
    wording::Health health = wording::Health::Good;

    bool operator==(const LogRow &) const = default;
};

// By what people know those who speak in a log. Borrows both.
struct LogNames
{
    const model::system::System &system;
    const model::packaging::Packaging &packaging;
};

// What a line says.
QString wordsOf(const services::platform::InstanceLine &line, const LogNames &names);
// Whose it is: "Cart 1".
QString speakerOf(const services::platform::InstanceLine &line, const LogNames &names);

// Lines of logs, the oldest first. GUI thread.
class LogsModel : public tables::RowsModel<LogRow>
{
    Q_OBJECT
public:
    enum Column
    {
        TimeColumn,
        LevelColumn,
        TextColumn,
        InstanceColumn,
        ColumnCount
    };
    using RowsModel::RowsModel;

    // `wallClock`: what is to be added to a moment of a line to have the time of day, since 1970.
    void show(const std::vector<services::platform::InstanceLine> &lines,
              const LogNames &names,
              std::chrono::nanoseconds wallClock);
    const LogRow *at(int row) const; // null: none
    std::optional<quint64> numberAt(int row) const; // of the line; nothing: none
    QModelIndex indexOf(std::optional<quint64> number) const; // invalid: there is no such line

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace app::inspector
