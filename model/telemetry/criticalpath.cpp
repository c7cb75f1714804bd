// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "criticalpath.h"

#include <algorithm>

namespace model::telemetry {

namespace {

// Walks backwards and writes the pieces down from the last to the first.
class Backwards
{
public:
    explicit Backwards(const Trace &trace)
        : m_trace(trace)
    {
    }

    // The piece of a span that ends at `until`, which is within it.
    void walk(int position, Instant until)
    {
        const auto begin = m_trace.node(position).span.start;
        auto calls = m_trace.node(position).children;
        std::erase_if(calls, [&](int call) {
            return m_trace.node(call).span.kind == SpanKind::Consumer
                || m_trace.node(call).span.start >= until || m_trace.node(call).span.start < begin;
        });
        while (!calls.empty()) {
            const auto last = std::ranges::max_element(
                calls, {}, [&](int call) { return std::min(m_trace.endOf(call), until); });
            const int call = *last;
            const auto returned = std::min(m_trace.endOf(call), until);
            note(position, returned, until);
            walk(call, returned);
            until = m_trace.node(call).span.start;
            std::erase_if(calls, [&](int other) {
                return other == call || m_trace.node(other).span.start >= until
                    || m_trace.endOf(other) > until;
            });
        }
        note(position, begin, until);
    }

    std::vector<CriticalPiece> pieces() { return {m_pieces.rbegin(), m_pieces.rend()}; }

private:
    void note(int position, Instant from, Instant to)
    {
        if (to > from)
            m_pieces.push_back({position, from, to});
    }

    const Trace &m_trace;
    std::vector<CriticalPiece> m_pieces;
};

} // namespace

std::vector<CriticalPiece> criticalPathOf(const Trace &trace)
{
    if (trace.isEmpty())
        return {};
    Backwards backwards(trace);
    backwards.walk(trace.root(), trace.endOf(trace.root()));
    return backwards.pieces();
}

std::vector<std::chrono::nanoseconds> criticalTimes(const Trace &trace)
{
    std::vector<std::chrono::nanoseconds> times(trace.nodes().size(), std::chrono::nanoseconds(0));
    for (const auto &piece : criticalPathOf(trace))
        times[static_cast<std::size_t>(piece.span)] += piece.to - piece.from;
    return times;
}

} // namespace model::telemetry
