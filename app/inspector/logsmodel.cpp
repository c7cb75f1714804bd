// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logsmodel.h"

#include <app/tables/healthcolours.h>
#include <app/wording/figures.h>
#include <app/wording/instances.h>

#include <QDateTime>
#include <QHash>
#include <QLocale>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::telemetry::LogLevel;
using model::telemetry::LogLine;
using model::telemetry::LogMatter;
using services::platform::InstanceLine;
using wording::Health;

namespace {

Health healthOf(LogLevel level)
{
    return level == LogLevel::Error  ? Health::Bad
        : level == LogLevel::Warning ? Health::Degraded
                                     : Health::Neutral;
}

QString wordOf(LogLevel level)
{
    return level == LogLevel::Error  ? LogsModel::tr("error")
        : level == LogLevel::Warning ? LogsModel::tr("warning")
                                     : LogsModel::tr("info");
}

// A shape for each: the column is as narrow as the place is.
QString markOf(Health health)
{
    return health == Health::Bad ? u"✕"_s : health == Health::Degraded ? u"▲"_s : u"·"_s;
}

QString handling(const LogLine &line, const model::system::System &system)
{
    QString what = line.endpoint.operation;
    if (!line.caller.isEmpty())
        what = LogsModel::tr("%1 for %2").arg(what, system.titleOf(line.caller));
    const QString took = wording::milliseconds(line.duration);
    if (line.failure.has_value())
        return LogsModel::tr("%1 failed after %2: %3").arg(what, took, line.words);
    if (line.degraded)
        return LogsModel::tr("%1 answered by a fallback after %2").arg(what, took);
    return line.matter == LogMatter::Handled ? LogsModel::tr("%1 handled in %2").arg(what, took)
                                             : LogsModel::tr("%1 answered in %2").arg(what, took);
}

LogRow rowOf(const InstanceLine &line, const LogNames &names, std::chrono::nanoseconds wallClock)
{
    const auto sinceEpoch = line.line.at.time_since_epoch() + wallClock;
    const auto time = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count());
    return {line.number,
            QLocale::c().toString(time.time(), u"HH:mm:ss.zzz"_s),
            speakerOf(line, names),
            wordOf(line.line.level),
            wordsOf(line, names),
            line.line.trace,
            line.line.isTraced,
            healthOf(line.line.level)};
}

} // namespace

QString speakerOf(const InstanceLine &line, const LogNames &names)
{
    return wording::nameOf(line.instance, names.packaging);
}

QString wordsOf(const InstanceLine &line, const LogNames &names)
{
    switch (line.line.matter) {
    case LogMatter::Served:
    case LogMatter::Handled:
        return handling(line.line, names.system);
    case LogMatter::State: {
        const QString state = line.entered.has_value() ? wording::words(*line.entered) : QString();
        return line.line.words.isEmpty() ? state : LogsModel::tr("%1: %2").arg(state, line.line.words);
    }
    case LogMatter::Remark:
    case LogMatter::Decision:
        break;
    }
    return line.line.words;
}

void LogsModel::show(const std::vector<InstanceLine> &lines,
                     const LogNames &names,
                     std::chrono::nanoseconds wallClock)
{
    QHash<quint64, const LogRow *> told;
    for (const auto &row : rows())
        told.insert(row.number, &row);
    std::vector<LogRow> shown;
    shown.reserve(lines.size());
    for (const auto &line : lines) {
        const auto *known = told.value(line.number); // in words already
        shown.push_back(known != nullptr ? *known : rowOf(line, names, wallClock));
    }
    update(std::move(shown), &LogRow::number);
}

const LogRow *LogsModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &this->row(row);
}

std::optional<quint64> LogsModel::numberAt(int row) const
{
    const auto *line = at(row);
    return line != nullptr ? std::optional(line->number) : std::nullopt;
}

QModelIndex LogsModel::indexOf(std::optional<quint64> number) const
{
    const auto found
        = std::ranges::find(rows(), number, [](const LogRow &row) { return std::optional(row.number); });
    return found == rows().end() ? QModelIndex() : index(static_cast<int>(found - rows().begin()), 0);
}

int LogsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &line = row(index.row());
    const QString cells[] = {line.time, markOf(line.health), line.text, line.instance};
    switch (role) {
    case Qt::DisplayRole:
        return cells[index.column()];
    case Qt::ToolTipRole: {
        const QString words = tr("%1 %2, %3: %4").arg(line.time, line.instance, line.level, line.text);
        return words + u'\n'
            + (line.isTraced ? tr("Measured. Double-click, or Enter: its trace") : tr("Measured"));
    }
    case Qt::AccessibleTextRole:
        return index.column() == TextColumn ? u"%1 %2: %3"_s.arg(line.time, line.level, line.text)
            : index.column() == LevelColumn ? line.level
                                            : cells[index.column()];
    case tables::healthRole:
        return index.column() == LevelColumn ? QVariant(static_cast<int>(line.health)) : QVariant();
    default:
        return {};
    }
}

QVariant LogsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList titles{tr("Time"), QString(), tr("Line"), tr("Instance")};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return titles.value(section);
}

} // namespace app::inspector
