// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "arrangement.h"

namespace model::layout {

// Looks for an arrangement whose lines cost the eye little, by threshold accepting: boxes move and change
// places as long as that is not much worse than before, and "much" shrinks to nothing (Dueck and Scheuer,
// 1990). Draws the same lots each time.
class GridSearch
{
public:
    // The diagram outlives this.
    GridSearch(const Diagram &diagram, Direction direction);

    struct Found
    {
        Arrangement arrangement;
        double cost;
    };
    Found best(const Grid &grid) const;

private:
    Found oneRound(const Grid &grid, unsigned seed) const;

    const Diagram &m_diagram;
    Direction m_direction;
    std::vector<std::vector<std::size_t>> m_neighbours; // by node
};

} // namespace model::layout
