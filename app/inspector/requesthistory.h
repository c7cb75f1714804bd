// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QHash>

#include <deque>
#include <utility>

namespace app::inspector {

// The last minutes of each unit's requests per second, so that whatever is chosen has a past to show. A
// value.
class RequestHistory
{
public:
    static constexpr size_t length = 120; // points that are shown, two a second
    static constexpr size_t remembered = 3 * length; // so that an earlier moment has a past as well

    // False: the last point is too recent for another one.
    bool add(const services::platform::Snapshot &snapshot);
    // Oldest first.
    std::deque<double> of(int fleet, const model::system::UnitId &unit) const;
    // The same as it was at that moment, as far as it is remembered.
    std::deque<double>
    until(int fleet, const model::system::UnitId &unit, model::telemetry::Instant moment) const;

private:
    struct Point
    {
        model::telemetry::Instant at;
        double perSecond = 0;
    };
    QHash<std::pair<int, model::system::UnitId>, std::deque<Point>> m_units;
    model::telemetry::Instant m_lastPoint{};
};

} // namespace app::inspector
