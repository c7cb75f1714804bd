// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timelinechart.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

#include <optional>

namespace app::charts {

// An event as it is marked on the time line.
struct TimelineDeed
{
    TimelineChart::Event mark;
    bool isScaling = false; // its words stand where instances are counted

    // On a chart of instances, on the first of the others, or on one further to the right, where the line
    // alone says enough; nothing: not there.
    std::optional<TimelineChart::Event> on(bool countsInstances, bool isFirst) const;
};

// Where something happened: by what people know those in it, and its line in the charts. Borrows both.
struct TimelineFleet
{
    const model::system::System &system;
    const model::packaging::Packaging &packaging;
    int line = 0;
};

// Decisions of this kind come again and again, of the same call, as long as the callee is not well.
bool goesOn(model::telemetry::DecisionKind decision);

// Nothing: not worth a mark. `at` is its moment.
std::optional<TimelineDeed>
deedOf(const services::platform::PlatformEvent &event, TimelineChart::Seconds at, const TimelineFleet &fleet);

} // namespace app::charts
