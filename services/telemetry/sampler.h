// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/tracecontext.h>

namespace services::telemetry {

// Decides at the head of a trace whether its spans are kept: by the trace's id alone, so that whoever asks
// about the same trace gets the same answer. After OpenTelemetry's TraceIdRatioBased sampler
// (https://opentelemetry.io/docs/specs/otel/trace/sdk/#traceidratiobased). A value; any thread.
class Sampler
{
public:
    // `share` of all traces, 0 to 1.
    explicit Sampler(double share);
    bool keeps(const model::telemetry::TraceId &trace) const;

private:
    std::uint64_t m_bound; // kept: the lower seven bytes of the id are below it
};

} // namespace services::telemetry
