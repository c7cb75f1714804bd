// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "seriesmodel.h"

#include <app/wording/figures.h>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

QString statusesOf(const SeriesFigures &figures)
{
    QStringList parts;
    for (auto status = figures.statuses.begin(); status != figures.statuses.end(); ++status)
        parts << u"%1 × %2"_s.arg(status.value()).arg(status.key());
    if (figures.unanswered > 0)
        parts << SeriesModel::tr("%1 × no answer").arg(figures.unanswered);
    return parts.join(u", "_s);
}

SeriesRow rowOf(const QString &fleet, const Series &series)
{
    const auto &figures = series.figures();
    const bool isNone = figures.durations.empty();
    const auto time
        = [&](double share) { return isNone ? u"–"_s : wording::milliseconds(figures.quantile(share)); };
    const double seconds = std::chrono::duration<double>(series.elapsed()).count();
    return {fleet,
            {fleet, SeriesModel::tr("%1 of %2").arg(figures.ended()).arg(series.options().count),
             statusesOf(figures), time(0.5), time(0.95), time(1),
             seconds > 0 ? wording::perSecond(figures.ended() / seconds) : u"–"_s}};
}

} // namespace

void SeriesModel::show(const std::vector<std::pair<QString, const Series *>> &series)
{
    std::vector<SeriesRow> rows;
    for (const auto &[fleet, one] : series)
        rows.push_back(rowOf(fleet, *one));
    replace(std::move(rows));
}

int SeriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString words = row(index.row()).cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return words;
    case Qt::ToolTipRole:
        return index.column() == FleetColumn
            ? words
            : tr("%1 Measured: from sending a request to the end of its answer, on this machine.").arg(words);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), words);
    default:
        return {};
    }
}

QVariant SeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList titles{tr("Shape"), tr("Ended"),   tr("Statuses"), tr("p50"),
                                    tr("p95"),   tr("Slowest"), tr("Rate")};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return titles.value(section);
}

} // namespace app::console
