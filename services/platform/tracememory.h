// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <model/telemetry/span.h>

#include <deque>
#include <map>
#include <mutex>
#include <vector>

namespace services::platform {

// Remembers the latest traces of some fleets, so that somebody may ask for one later. Bounded: the oldest
// traces are forgotten, and of a trace with very many spans the later ones. Any thread.
class TraceMemory
{
public:
    void take(const model::system::PackagingId &fleet, const std::vector<model::telemetry::Span> &spans);
    // In the order of their beginning; none: it was not sampled, or is forgotten.
    std::vector<model::telemetry::Span> spansOf(const model::system::PackagingId &fleet,
                                                const model::telemetry::TraceId &trace) const;

    static constexpr std::size_t mostTraces = 2000;
    static constexpr std::size_t mostSpans = 64; // of one

private:
    using Name = std::pair<model::system::PackagingId, model::telemetry::TraceId>;
    mutable std::mutex m_mutex;
    std::map<Name, std::vector<model::telemetry::Span>> m_traces;
    std::deque<Name> m_order; // the oldest first
};

} // namespace services::platform
