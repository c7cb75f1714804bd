// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagram.h"

#include <bitset>
#include <vector>

namespace model::layout {

// Rows of places for boxes. Neighbouring places of a row overlap by half, as bricks of two rows do, so that a
// box can also stand above the gap between two others.
struct Grid
{
    static constexpr int most = 64; // places: a set of them is a number

    int columns = 1; // boxes that fit beside each other
    int rows = 1;
    QSizeF box; // room for any: as wide as the widest, as high as the highest
    double besides = 0; // between boxes, in pixels
    double between = 0; // between rows

    int rowLength() const { return 2 * columns - 1; }
    int places() const { return rowLength() * rows; }
    int columnOf(int place) const { return place % rowLength(); }
    int rowOf(int place) const { return place / rowLength(); }
    QPointF middleOf(int place) const; // in pixels
};

using PlaceSet = std::bitset<Grid::most>;

// Which box stands where in a grid of at most so many places. Boxes never overlap.
class Arrangement
{
public:
    // Row by row, in the diagram's order: there is room for all. The diagram outlives this.
    Arrangement(const Diagram &diagram, const Grid &grid);

    const Grid &grid() const { return m_grid; }
    int placeOf(std::size_t node) const { return m_places[node]; }
    const PlaceSet &taken() const { return m_taken; }
    // Who stands at a place; as many as there are boxes: nobody.
    std::size_t nodeAt(int place) const { return m_nodes[static_cast<std::size_t>(place)]; }
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
    std::size_t &standing(int place) { return m_nodes[static_cast<std::size_t>(place)]; }
    bool fits(int place) const;
    std::vector<double> middlesOfRows() const;

    const Diagram *m_diagram;
    Grid m_grid;
    std::vector<int> m_places; // by node
    std::vector<std::size_t> m_nodes; // by place
    PlaceSet m_taken;
};

} // namespace model::layout
