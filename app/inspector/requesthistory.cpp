// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requesthistory.h"

namespace app::inspector {

using namespace std::chrono_literals;

namespace {

constexpr auto pointEvery = 500ms;

} // namespace

bool RequestHistory::add(const services::platform::Snapshot &snapshot)
{
    if (snapshot.at - m_lastPoint < pointEvery)
        return false;
    m_lastPoint = snapshot.at;
    for (size_t fleet = 0; fleet < snapshot.fleets.size(); ++fleet) {
        QHash<model::system::UnitId, double> totals;
        for (const auto &instance : snapshot.fleets[fleet].instances)
            totals[instance.status.unit] += instance.requests.perSecond;
        for (auto total = totals.begin(); total != totals.end(); ++total) {
            auto &points = m_units[{static_cast<int>(fleet), total.key()}];
            points.push_back({snapshot.at, total.value()});
            if (points.size() > remembered)
                points.pop_front();
        }
    }
    return true;
}

std::deque<double> RequestHistory::of(int fleet, const model::system::UnitId &unit) const
{
    return until(fleet, unit, model::telemetry::Instant::max());
}

std::deque<double>
RequestHistory::until(int fleet, const model::system::UnitId &unit, model::telemetry::Instant moment) const
{
    std::deque<double> shown;
    for (const auto &point : m_units.value({fleet, unit})) {
        if (point.at > moment)
            break;
        shown.push_back(point.perSecond);
        if (shown.size() > length)
            shown.pop_front();
    }
    return shown;
}

} // namespace app::inspector
