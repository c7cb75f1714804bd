// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foldedranks.h"

#include <algorithm>

namespace model::layout {

namespace {

enum class Mark
{
    New,
    OnTheWay,
    Done
};

// The ranking edges without those that close a circle, and how far each node is from the end of its ways.
class Ways
{
public:
    explicit Ways(const Diagram &diagram);

    const std::vector<std::size_t> &before(std::size_t node) const { return m_before[node]; }
    std::size_t height(std::size_t node) const { return m_heights[node]; }

private:
    void walk(std::size_t node);

    std::vector<std::vector<std::size_t>> m_after;
    std::vector<std::vector<std::size_t>> m_before;
    std::vector<std::size_t> m_heights;
    std::vector<Mark> m_marks;
};

Ways::Ways(const Diagram &diagram)
    : m_after(diagram.nodes.size())
    , m_before(diagram.nodes.size())
    , m_heights(diagram.nodes.size(), 0)
    , m_marks(diagram.nodes.size(), Mark::New)
{
    for (const DiagramEdge &edge : diagram.edges) {
        if (edge.ranks && edge.from != edge.to)
            m_after[edge.from].push_back(edge.to);
    }
    for (std::size_t node = 0; node < m_marks.size(); ++node) {
        if (m_marks[node] == Mark::New)
            walk(node);
    }
}

void Ways::walk(std::size_t first)
{
    // With a stack of its own: a chain of thousands of nodes must not be the end of the program's.
    std::vector<std::pair<std::size_t, std::size_t>> way{{first, 0}};
    m_marks[first] = Mark::OnTheWay;
    while (!way.empty()) {
        auto &[node, next] = way.back();
        if (next == m_after[node].size()) {
            const std::size_t done = node;
            m_marks[done] = Mark::Done;
            way.pop_back();
            if (!way.empty())
                m_heights[way.back().first] = std::max(m_heights[way.back().first], m_heights[done] + 1);
            continue;
        }
        const std::size_t from = node;
        const std::size_t to = m_after[node][next++];
        if (m_marks[to] == Mark::OnTheWay)
            continue;
        m_before[to].push_back(from);
        if (m_marks[to] == Mark::Done) {
            m_heights[from] = std::max(m_heights[from], m_heights[to] + 1);
        } else {
            m_marks[to] = Mark::OnTheWay;
            way.emplace_back(to, 0);
        }
    }
}

} // namespace

std::vector<std::size_t> foldedRanks(const Diagram &diagram, std::size_t widest)
{
    const Ways ways(diagram);
    constexpr auto unplaced = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ranks(diagram.nodes.size(), unplaced);
    std::size_t placed = 0;
    for (std::size_t rank = 0; placed < ranks.size(); ++rank) {
        std::vector<std::size_t> ready;
        for (std::size_t node = 0; node < ranks.size(); ++node) {
            const bool free = std::ranges::all_of(ways.before(node), [&](std::size_t other) {
                return ranks[other] != unplaced && ranks[other] < rank;
            });
            if (ranks[node] == unplaced && free)
                ready.push_back(node);
        }
        std::ranges::stable_sort(ready, std::greater(), [&](std::size_t node) { return ways.height(node); });
        ready.resize(std::min(ready.size(), std::max<std::size_t>(widest, 1)));
        for (const std::size_t node : ready)
            ranks[node] = rank;
        placed += ready.size();
    }
    return ranks;
}

} // namespace model::layout
