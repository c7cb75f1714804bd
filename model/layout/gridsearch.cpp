// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gridsearch.h"

#include "linecosts.h"

#include <limits>
#include <optional>
#include <random>

namespace model::layout {

namespace {

constexpr int steps = 12000;
constexpr double firstThreshold = 400; // more than any single trouble costs, but for a line through a box
constexpr unsigned rounds = 3; // with other lots: each may get stuck somewhere else

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
    const int column = near % grid.rowLength() + lots.between(-3, 3);
    const int row = near / grid.rowLength() + lots.between(-2, 2);
    if (column < 0 || column >= grid.rowLength() || row < 0 || row >= grid.rows)
        return {};
    return row * grid.rowLength() + column;
}

} // namespace

GridSearch::GridSearch(const Diagram &diagram, Direction direction)
    : m_diagram(diagram)
    , m_direction(direction)
    , m_neighbours(diagram.nodes.size())
{
    for (const DiagramEdge &edge : diagram.edges) {
        m_neighbours[edge.from].push_back(edge.to);
        m_neighbours[edge.to].push_back(edge.from);
    }
}

GridSearch::Found GridSearch::best(const Grid &grid) const
{
    Found best = oneRound(grid, 1);
    for (unsigned seed = 2; seed <= rounds; ++seed) {
        Found found = oneRound(grid, seed);
        if (found.cost < best.cost)
            best = std::move(found);
    }
    return best;
}

GridSearch::Found GridSearch::oneRound(const Grid &grid, unsigned seed) const
{
    Lots lots(seed);
    Arrangement arrangement(m_diagram, grid);
    const auto cost
        = [&](double limit) { return LineCosts(m_diagram, m_direction, arrangement.boxes()).upTo(limit); };
    double current = cost(std::numeric_limits<double>::infinity());
    Found best{arrangement, current};
    for (int step = 0; step < steps; ++step) {
        const double left = 1 - static_cast<double>(step) / steps;
        const double threshold = firstThreshold * left * left;
        const std::size_t node = lots.below(m_neighbours.size());
        const auto place = placeFor(m_neighbours[node], arrangement, lots);
        const int before = arrangement.placeOf(node);
        if (!place.has_value() || *place == before || !arrangement.move(node, *place))
            continue;
        const double now = cost(current + threshold);
        if (now >= current + threshold) {
            arrangement.move(node, before);
            continue;
        }
        current = now;
        if (current < best.cost)
            best = {arrangement, current};
    }
    return best;
}

} // namespace model::layout
