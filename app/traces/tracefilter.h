// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/tracememory.h>

#include <optional>

namespace app::traces {

using services::platform::FleetGlance;
using services::platform::Glances;

// Which traces somebody wants to see. A value; what is empty lets everything through.
struct TraceFilter
{
    struct Range // both ends included
    {
        std::chrono::nanoseconds from{0};
        std::chrono::nanoseconds to{0};

        bool operator==(const Range &) const = default;
    };
    enum class Result
    {
        Any,
        Served,
        Degraded,
        Failed
    };

    std::vector<model::system::PackagingId> fleets; // which are to be seen
    model::system::JourneyId journey;
    Result result = Result::Any;
    model::system::CapabilityId through; // passed through it
    bool isTouched = false; // by a fault
    std::optional<Range> duration;

    bool lets(const FleetGlance &trace) const;
    // The same whatever it took: what a histogram shows.
    bool letsAnyDuration(const FleetGlance &trace) const;

    bool operator==(const TraceFilter &) const = default;
};

} // namespace app::traces
