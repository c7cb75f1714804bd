// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timelinechart.h"
#include "timelinefigure.h"

#include <deque>

namespace app::charts {

// All figures of all fleets over the last minutes, a point a second, so that a chart may show another one at
// any time and so that they can be taken along as a table. Bounded by the span of the charts. A plain object.
class TimelineHistory
{
public:
    using Seconds = TimelineChart::Seconds;
    struct Point
    {
        Seconds at{0};
        std::vector<services::platform::FleetSnapshot> fleets; // without what is not a figure
    };

    // With the moment since the run began.
    void add(Seconds at, const services::platform::Snapshot &snapshot);
    const std::deque<Point> &points() const { return m_points; }
    // The values of one figure at a point: of each fleet, and then the naive ones.
    static std::vector<std::optional<double>> valuesAt(const Point &point, Figure figure, bool withNaive);
    // A line a point, with the names of the columns in the first one (RFC 4180). What was not measured is
    // empty.
    QByteArray toCsv(const QStringList &fleetTitles) const;

private:
    std::deque<Point> m_points;
};

} // namespace app::charts
