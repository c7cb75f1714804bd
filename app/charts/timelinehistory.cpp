// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinehistory.h"

namespace app::charts {

using namespace Qt::StringLiterals;
using services::platform::FleetSnapshot;

namespace {

// Only what the figures are made of.
FleetSnapshot figuresOf(const FleetSnapshot &fleet)
{
    FleetSnapshot slim;
    slim.fleet = fleet.fleet;
    slim.attempts = fleet.attempts;
    slim.naive = fleet.naive;
    slim.cost = fleet.cost;
    slim.underWay = fleet.underWay;
    for (const auto &queue : fleet.queues) {
        services::broker::QueueStatus depth;
        depth.depth = queue.depth;
        slim.queues.push_back(depth);
    }
    return slim;
}

QByteArray csvCell(QString text)
{
    text.replace(u'"', u"\"\""_s);
    return u"\"%1\""_s.arg(text).toUtf8();
}

QByteArray csvNumber(const std::optional<double> &value)
{
    return value.has_value() ? QByteArray::number(*value, 'f', 3) : QByteArray();
}

} // namespace

void TimelineHistory::add(Seconds at, const services::platform::Snapshot &snapshot)
{
    Point point{at, {}};
    for (const auto &fleet : snapshot.fleets)
        point.fleets.push_back(figuresOf(fleet));
    m_points.push_back(std::move(point));
    while (m_points.front().at < at - TimelineChart::span)
        m_points.pop_front();
}

std::vector<std::optional<double>>
TimelineHistory::valuesAt(const Point &point, Figure figure, bool withNaive)
{
    std::vector<std::optional<double>> values;
    for (const auto &fleet : point.fleets)
        values.push_back(valueOf(figure, fleet));
    for (const auto &fleet : point.fleets) {
        if (withNaive)
            values.push_back(naiveValueOf(figure, fleet));
    }
    return values;
}

QByteArray TimelineHistory::toCsv(const QStringList &fleetTitles) const
{
    QByteArrayList head{"\"secondsSinceStart\""};
    for (const auto &fleet : fleetTitles) {
        for (const auto figure : allFigures) {
            head << csvCell(u"%1 %2"_s.arg(fleet, word(figure)));
            if (isLatency(figure))
                head << csvCell(u"%1 %2 naive"_s.arg(fleet, word(figure)));
        }
    }
    QByteArray table = head.join(',') + "\r\n";
    for (const auto &point : m_points) {
        QByteArrayList cells{QByteArray::number(point.at.count(), 'f', 1)};
        for (const auto &fleet : point.fleets) {
            for (const auto figure : allFigures) {
                cells << csvNumber(valueOf(figure, fleet));
                if (isLatency(figure))
                    cells << csvNumber(naiveValueOf(figure, fleet));
            }
        }
        table += cells.join(',') + "\r\n";
    }
    return table;
}

} // namespace app::charts
