// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trace.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace model::telemetry {

namespace {

// What began first; of those which began together, the customer's attempt, and else the longest.
bool isBefore(const Span &one, const Span &other)
{
    const auto rank = [](const Span &span) {
        return std::tuple(span.start, span.kind != SpanKind::Journey, -span.duration.count());
    };
    return rank(one) < rank(other);
}

} // namespace

Trace::Trace(std::vector<Span> spans)
{
    std::ranges::stable_sort(spans, isBefore);
    std::map<SpanId, int> positions;
    std::vector<Span> unique;
    for (auto &span : spans) {
        if (positions.try_emplace(span.id, static_cast<int>(unique.size())).second)
            unique.push_back(std::move(span));
    }
    std::vector<std::vector<int>> below(unique.size());
    std::vector<int> tops;
    for (int which = 0; which < static_cast<int>(unique.size()); ++which) {
        const auto &span = unique[static_cast<std::size_t>(which)];
        const auto parent = positions.find(span.parent);
        const bool isTop = parent == positions.end() || parent->second == which;
        (isTop ? tops : below[static_cast<std::size_t>(parent->second)]).push_back(which);
    }
    std::ranges::stable_partition(
        tops, [&](int which) { return unique[static_cast<std::size_t>(which)].kind == SpanKind::Journey; });
    m_nodes.reserve(unique.size());
    for (const int top : tops)
        place(unique, below, top, -1);
}

void Trace::place(std::vector<Span> &spans, const std::vector<std::vector<int>> &below, int which, int parent)
{
    const auto position = static_cast<int>(m_nodes.size());
    const int depth = parent < 0 ? 0 : node(parent).depth + 1;
    m_nodes.push_back({std::move(spans[static_cast<std::size_t>(which)]), parent, depth, {}});
    if (parent >= 0)
        m_nodes[static_cast<std::size_t>(parent)].children.push_back(position);
    for (const int child : below[static_cast<std::size_t>(which)])
        place(spans, below, child, position);
}

Instant Trace::begin() const
{
    auto first = Instant::max();
    for (const auto &node : m_nodes)
        first = std::min(first, node.span.start);
    return m_nodes.empty() ? Instant() : first;
}

Instant Trace::end() const
{
    auto last = Instant();
    for (int position = 0; position < static_cast<int>(m_nodes.size()); ++position)
        last = std::max(last, endOf(position));
    return last;
}

std::chrono::nanoseconds Trace::duration() const
{
    return m_nodes.empty() ? std::chrono::nanoseconds(0) : m_nodes.front().span.duration;
}

Instant Trace::endOf(int position) const
{
    const auto &span = node(position).span;
    return span.start + span.duration;
}

bool Trace::isAsynchronous(int position) const
{
    for (; position >= 0; position = node(position).parent) {
        if (node(position).span.kind == SpanKind::Consumer)
            return true;
    }
    return false;
}

int Trace::hops() const
{
    return static_cast<int>(std::ranges::count_if(m_nodes, [](const Node &node) {
        return node.span.kind == SpanKind::Client && node.span.crossedNetwork;
    }));
}

std::chrono::nanoseconds Trace::selfTime(int position) const
{
    const auto end = endOf(position);
    auto covered = node(position).span.start; // until here its calls are counted already
    auto self = node(position).span.duration;
    for (const int child : node(position).children) {
        if (node(child).span.kind == SpanKind::Consumer)
            continue;
        const auto from = std::max(covered, node(child).span.start);
        const auto to = std::min(end, endOf(child));
        if (to > from)
            self -= to - from;
        covered = std::max(covered, to);
    }
    return self;
}

} // namespace model::telemetry
