// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracefilter.h"

#include <algorithm>

namespace app::traces {

using model::telemetry::TraceStatus;

namespace {

bool isResult(TraceFilter::Result wanted, TraceStatus status)
{
    switch (wanted) {
    case TraceFilter::Result::Served:
        return status == TraceStatus::Served;
    case TraceFilter::Result::Degraded:
        return status == TraceStatus::Degraded;
    case TraceFilter::Result::Failed:
        return status == TraceStatus::Failed;
    case TraceFilter::Result::Any:
        break;
    }
    return true;
}

} // namespace

bool TraceFilter::letsAnyDuration(const FleetGlance &trace) const
{
    const auto &glance = trace.glance;
    if (!fleets.empty() && std::ranges::find(fleets, trace.fleet) == fleets.end())
        return false;
    if (!journey.isEmpty() && glance.journey != journey)
        return false;
    if (!through.isEmpty() && std::ranges::find(glance.capabilities, through) == glance.capabilities.end())
        return false;
    return isResult(result, glance.status) && (!isTouched || !glance.faults.isEmpty());
}

bool TraceFilter::lets(const FleetGlance &trace) const
{
    const auto took = trace.glance.duration;
    return letsAnyDuration(trace) && (!duration || (took >= duration->from && took <= duration->to));
}

} // namespace app::traces
