// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spanbuffer.h"

#include <iterator>
#include <utility>

namespace services::telemetry {

SpanBuffer::SpanBuffer(std::size_t limit)
    : m_limit(limit)
{
}

void SpanBuffer::add(model::telemetry::Span span)
{
    m_spans.push_back(std::move(span));
    if (m_spans.size() > m_limit) {
        m_spans.pop_front();
        ++m_dropped;
    }
}

std::uint64_t SpanBuffer::drainInto(std::vector<model::telemetry::Span> &spans)
{
    std::move(m_spans.begin(), m_spans.end(), std::back_inserter(spans));
    m_spans.clear();
    return std::exchange(m_dropped, 0);
}

} // namespace services::telemetry
