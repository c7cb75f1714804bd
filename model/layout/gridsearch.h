// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "linecosts.h"

namespace model::layout {

// Looks for an arrangement whose lines cost the eye little, by threshold accepting: boxes move and change
// places as long as that is not much worse than before, and "much" shrinks to nothing (Dueck and Scheuer,
// 1990). What a move changes is asked for, not what all costs. Draws the same lots each time.
class GridSearch
{
public:
    // The diagram outlives this.
    GridSearch(const Diagram &diagram, Direction direction, const Grid &grid);

    struct Found
    {
        Arrangement arrangement;
        double cost;
    };
    struct Effort
    {
        unsigned rounds = 1; // each with other lots: one may get stuck somewhere
        int steps = 1; // of a round
    };
    Found best(const Effort &effort) const;

private:
    Found oneRound(int steps, unsigned seed) const;

    const Diagram &m_diagram;
    Grid m_grid;
    LineCosts m_costs;
    std::vector<std::vector<std::size_t>> m_neighbours; // by node
};

} // namespace model::layout
