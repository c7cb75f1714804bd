// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrangement.h"

#include <algorithm>
#include <set>
#include <utility>

namespace model::layout {

QPointF Grid::middleOf(int place) const
{
    return {columnOf(place) * (box.width() + besides) / 2 + box.width() / 2,
            rowOf(place) * (box.height() + between) + box.height() / 2};
}

Arrangement::Arrangement(const Diagram &diagram, const Grid &grid)
    : m_diagram(&diagram)
    , m_grid(grid)
    , m_nodes(static_cast<std::size_t>(grid.places()), diagram.nodes.size())
{
    for (int node = 0; node < static_cast<int>(diagram.nodes.size()); ++node) {
        m_places.push_back(node / grid.columns * grid.rowLength() + 2 * (node % grid.columns));
        standing(m_places.back()) = static_cast<std::size_t>(node);
        m_taken.set(static_cast<std::size_t>(m_places.back()));
    }
}

// Whoever stands there overlaps nobody.
bool Arrangement::fits(int place) const
{
    const auto index = static_cast<std::size_t>(place);
    const int column = m_grid.columnOf(place);
    return (column == 0 || m_nodes[index - 1] == nobody())
        && (column == m_grid.rowLength() - 1 || m_nodes[index + 1] == nobody());
}

bool Arrangement::move(std::size_t node, int place)
{
    const int before = m_places[node];
    const std::size_t other = nodeAt(place);
    std::swap(standing(before), standing(place));
    if (!fits(place) || (other != nobody() && !fits(before))) {
        std::swap(standing(before), standing(place));
        return false;
    }
    m_places[node] = place;
    if (other != nobody())
        m_places[other] = before;
    else
        m_taken.reset(static_cast<std::size_t>(before)).set(static_cast<std::size_t>(place));
    return true;
}

int Arrangement::rowsUsed() const
{
    std::set<int> rows;
    for (const int place : m_places)
        rows.insert(m_grid.rowOf(place));
    return static_cast<int>(rows.size());
}

std::vector<double> Arrangement::middlesOfRows() const
{
    std::vector<double> heights(static_cast<std::size_t>(m_grid.rows), 0);
    for (std::size_t node = 0; node < m_places.size(); ++node) {
        auto &height = heights[static_cast<std::size_t>(m_grid.rowOf(m_places[node]))];
        height = std::max(height, m_diagram->nodes[node].size.height());
    }
    double top = 0;
    for (double &height : heights) {
        const double room = height > 0 ? height + m_grid.between : 0;
        height = top + height / 2;
        top += room;
    }
    return heights;
}

std::vector<QRectF> Arrangement::boxes() const
{
    const auto middles = middlesOfRows();
    int first = m_grid.rowLength();
    for (const int place : m_places)
        first = std::min(first, m_grid.columnOf(place));
    std::vector<QRectF> boxes;
    boxes.reserve(m_places.size());
    for (std::size_t node = 0; node < m_places.size(); ++node) {
        const QSizeF size = m_diagram->nodes[node].size;
        const int column = m_grid.columnOf(m_places[node]) - first;
        const double x = column * (m_grid.box.width() + m_grid.besides) / 2 + m_grid.box.width() / 2;
        const double y = middles[static_cast<std::size_t>(m_grid.rowOf(m_places[node]))];
        boxes.emplace_back(QPointF(x - size.width() / 2, y - size.height() / 2), size);
    }
    return boxes;
}

} // namespace model::layout
