// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagram.h"

#include <vector>

namespace model::layout {

// Rows of places for boxes. Neighbouring places of a row overlap by half, as bricks of two rows do, so that a
// box can also stand above the gap between two others.
struct Grid
{
    int columns = 1; // boxes that fit beside each other
    int rows = 1;
    double besides = 0; // between boxes, in pixels
    double between = 0; // between rows

    int rowLength() const { return 2 * columns - 1; }
    int places() const { return rowLength() * rows; }
};

// Which box stands where in a grid. Boxes never overlap.
class Arrangement
{
public:
    // Row by row, in the diagram's order: there is room for all. The diagram outlives this.
    Arrangement(const Diagram &diagram, const Grid &grid);

    const Grid &grid() const { return m_grid; }
    int placeOf(std::size_t node) const { return m_places[node]; }
    // Moves a box to a place, or has it change with who stands there; false, and nothing happens, when one
    // of them would overlap others.
    bool move(std::size_t node, int place);

    // Changes the pixels between rows.
    void spread(double between) { m_grid.between = between; }
    int rowsUsed() const;

    // In pixels from the top left, in the order of the diagram's nodes; rows and columns that are empty at
    // the edge take no room, nor do empty rows.
    std::vector<QRectF> boxes() const;

private:
    std::size_t nobody() const { return m_places.size(); }
    std::size_t &nodeAt(int place) { return m_nodes[static_cast<std::size_t>(place)]; }
    bool fits(int place) const;
    std::vector<double> middlesOfRows() const;

    const Diagram *m_diagram;
    Grid m_grid;
    double m_width = 0; // of the widest box
    std::vector<int> m_places; // by node
    std::vector<std::size_t> m_nodes; // by place
};

} // namespace model::layout
