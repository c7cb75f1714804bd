// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/span.h>

#include <deque>

namespace services::telemetry {

// The spans which wait to be drained. Bounded: when it is full the oldest goes, and is counted.
class SpanBuffer
{
public:
    explicit SpanBuffer(std::size_t limit);
    void add(model::telemetry::Span span);
    // Appends all spans to `spans`, and answers how many had been dropped since the last time.
    std::uint64_t drainInto(std::vector<model::telemetry::Span> &spans);

private:
    std::size_t m_limit;
    std::deque<model::telemetry::Span> m_spans;
    std::uint64_t m_dropped = 0;
};

} // namespace services::telemetry
