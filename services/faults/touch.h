// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/faulttable.h>
#include <model/operation/faultwords.h>
#include <services/telemetry/recorder.h>

namespace services::faults {

// The fault has touched the request whose span this is: remarks it there and counts it.
inline void touch(telemetry::Recorder &recorder,
                  const model::telemetry::TraceContext &span,
                  const model::operation::Fault &fault)
{
    recorder.touch(span, QString::fromLatin1(model::operation::description(fault.kind).word), words(fault));
}

// A setting as a duration; nothing is shorter than no time.
inline std::chrono::nanoseconds milliseconds(double count)
{
    return std::chrono::nanoseconds(static_cast<std::int64_t>(std::max(count, 0.0) * 1e6));
}

} // namespace services::faults
