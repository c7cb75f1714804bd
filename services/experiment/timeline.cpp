// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline.h"

#include <model/telemetry/histogram.h>

namespace services::experiment {

Timeline timelineOf(const FleetRecord &record)
{
    Timeline timeline;
    const auto whole = (record.end - record.begin) / timeline.slice; // a last, shorter slice would mislead
    std::vector<model::telemetry::Histogram> latencies(static_cast<std::size_t>(std::max<qint64>(0, whole)));
    for (const auto &result : record.results) {
        if (!result.succeeded() || result.pending || result.end() < record.begin)
            continue;
        const auto index = static_cast<std::size_t>((result.end() - record.begin) / timeline.slice);
        if (index < latencies.size())
            latencies[index].record(result.duration);
    }
    const double seconds = std::chrono::duration<double>(timeline.slice).count();
    for (const auto &latency : latencies) {
        TimelineSlice slice{double(latency.count()) / seconds, std::nullopt};
        if (!latency.isEmpty())
            slice.p95Ms = std::chrono::duration<double, std::milli>(latency.quantile(0.95)).count();
        timeline.slices.push_back(slice);
    }
    return timeline;
}

} // namespace services::experiment
