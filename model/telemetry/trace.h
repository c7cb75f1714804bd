// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "span.h"

namespace model::telemetry {

// The spans of one trace as a tree: who was asked by whom. Spans whose parent is not there (it was not kept,
// or has not ended yet) stand at the top, in the order of time. A value.
class Trace
{
public:
    struct Node
    {
        Span span;
        int parent = -1; // position; -1: at the top
        int depth = 0;
        std::vector<int> children; // positions, in the order of their beginning
    };

    Trace() = default;
    // Of one trace, in any order. What was handed over twice is kept once.
    explicit Trace(std::vector<Span> spans);

    bool isEmpty() const { return m_nodes.empty(); }
    // Parents before their children, and each with all below it before the next.
    const std::vector<Node> &nodes() const { return m_nodes; }
    const Node &node(int position) const { return m_nodes[static_cast<std::size_t>(position)]; }
    // The one that says what it was all for: the customer's attempt, or whatever is at the top and began
    // first; -1 when there is none.
    int root() const { return m_nodes.empty() ? -1 : 0; }

    Instant begin() const; // of the first span
    Instant end() const; // of the last one: messages may come long after the answer
    // How long whoever asked has waited: of the root.
    std::chrono::nanoseconds duration() const;
    // The span's end.
    Instant endOf(int position) const;
    int hops() const; // requests that crossed the network, those of the customer included
    // What it did itself: its time without that in which it waited for any of its calls.
    std::chrono::nanoseconds selfTime(int position) const;
    // Whether the answer waited for it: not so of messages and of all that they cause.
    bool isAsynchronous(int position) const;

private:
    void place(std::vector<Span> &spans, const std::vector<std::vector<int>> &below, int which, int parent);

    std::vector<Node> m_nodes;
};

} // namespace model::telemetry
