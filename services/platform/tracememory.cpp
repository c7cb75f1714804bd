// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracememory.h"

#include <algorithm>

namespace services::platform {

using model::system::PackagingId;
using model::telemetry::Span;
using model::telemetry::TraceId;

void TraceMemory::take(const PackagingId &fleet, const std::vector<Span> &spans)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &span : spans) {
        const Name name{fleet, span.trace};
        auto [trace, isNew] = m_traces.try_emplace(name);
        if (trace->second.size() < mostSpans)
            trace->second.push_back(span);
        if (isNew)
            m_order.push_back(name);
    }
    while (m_order.size() > mostTraces) {
        m_traces.erase(m_order.front());
        m_order.pop_front();
    }
}

std::vector<Span> TraceMemory::spansOf(const PackagingId &fleet, const TraceId &trace) const
{
    std::vector<Span> spans;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_traces.find({fleet, trace}); found != m_traces.end())
            spans = found->second;
    }
    std::ranges::sort(spans, {}, &Span::start);
    return spans;
}

} // namespace services::platform
