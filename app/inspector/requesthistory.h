// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QHash>

#include <deque>
#include <utility>

namespace app::inspector {

// The last minute of each unit's requests per second, so that whatever is chosen has a past to show. A value.
class RequestHistory
{
public:
    static constexpr size_t length = 120; // points, two a second

    // False: the last point is too recent for another one.
    bool add(const services::platform::Snapshot &snapshot);
    // Oldest first.
    std::deque<double> of(int fleet, const model::system::UnitId &unit) const;

private:
    QHash<std::pair<int, model::system::UnitId>, std::deque<double>> m_units;
    model::telemetry::Instant m_lastPoint{};
};

} // namespace app::inspector
