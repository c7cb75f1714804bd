// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gridsearch.h"

#include <limits>
#include <optional>
#include <random>

namespace model::layout {

namespace {

constexpr double firstThreshold = 400; // more than any single trouble costs, but for a line through a box

// The engine's numbers are the same everywhere; those of the library's distributions need not be.
class Lots
{
public:
    explicit Lots(unsigned seed)
        : m_engine(seed)
    {
    }
    std::size_t below(std::size_t limit) { return m_engine() % limit; }
    int between(int low, int high)
    {
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
    }

private:
    std::mt19937 m_engine;
};

// Mostly near to somebody whom the box has to do with.
std::optional<int>
placeFor(const std::vector<std::size_t> &neighbours, const Arrangement &arrangement, Lots &lots)
{
    const Grid &grid = arrangement.grid();
    if (neighbours.empty() || lots.below(3) == 0)
        return lots.between(0, grid.places() - 1);
    const int near = arrangement.placeOf(neighbours[lots.below(neighbours.size())]);
    const int column = grid.columnOf(near) + lots.between(-3, 3);
    const int row = grid.rowOf(near) + lots.between(-2, 2);
    if (column < 0 || column >= grid.rowLength() || row < 0 || row >= grid.rows)
        return {};
    return row * grid.rowLength() + column;
}

} // namespace

GridSearch::GridSearch(const Diagram &diagram, Direction direction, const Grid &grid)
    : m_diagram(diagram)
    , m_grid(grid)
    , m_costs(diagram, direction, grid)
    , m_neighbours(diagram.nodes.size())
{
    for (const DiagramEdge &edge : diagram.edges) {
        m_neighbours[edge.from].push_back(edge.to);
        m_neighbours[edge.to].push_back(edge.from);
    }
}

GridSearch::Found GridSearch::best(const Effort &effort) const
{
    Found best = oneRound(effort.steps, 1);
    for (unsigned seed = 2; seed <= effort.rounds; ++seed) {
        Found found = oneRound(effort.steps, seed);
        if (found.cost < best.cost)
            best = std::move(found);
    }
    return best;
}

GridSearch::Found GridSearch::oneRound(int steps, unsigned seed) const
{
    Lots lots(seed);
    Arrangement arrangement(m_diagram, m_grid);
    double current = m_costs.of(arrangement);
    Found best{arrangement, current};
    for (int step = 0; step < steps; ++step) {
        const std::size_t node = lots.below(m_neighbours.size());
        const auto place = placeFor(m_neighbours[node], arrangement, lots);
        const int before = arrangement.placeOf(node);
        if (!place.has_value() || *place == before)
            continue;
        const std::size_t there = arrangement.nodeAt(*place);
        const std::size_t other = there == m_neighbours.size() ? node : there; // who has to make room
        const double saved = m_costs.of(arrangement, node, other, std::numeric_limits<double>::infinity());
        if (!arrangement.move(node, *place))
            continue;
        const double left = 1 - static_cast<double>(step) / steps;
        const double limit = saved + firstThreshold * left * left;
        const double added = m_costs.of(arrangement, node, other, limit);
        if (added >= limit) {
            arrangement.move(node, before);
            continue;
        }
        current += added - saved;
        if (current < best.cost)
            best = {arrangement, current};
    }
    return best;
}

} // namespace model::layout
