// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runrecord.h"

#include <optional>
#include <vector>

namespace services::experiment {

// One slice of a run: what ended in it.
struct TimelineSlice
{
    double successesPerSecond = 0; // journeys which succeeded
    std::optional<double> p95Ms; // of those; nothing: none succeeded
};

// A run in slices of equal length, from the end of the warm-up. A value.
struct Timeline
{
    std::chrono::milliseconds slice{500};
    std::vector<TimelineSlice> slices;
};

Timeline timelineOf(const FleetRecord &record);

} // namespace services::experiment
