// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrangement.h"

#include <algorithm>
#include <set>
#include <utility>

namespace model::layout {

Arrangement::Arrangement(const Diagram &diagram, const Grid &grid)
    : m_diagram(&diagram)
    , m_grid(grid)
    , m_nodes(static_cast<std::size_t>(grid.places()), diagram.nodes.size())
{
    for (const DiagramNode &node : diagram.nodes) {
        m_width = std::max(m_width, node.size.width());
        const int index = static_cast<int>(m_places.size());
        m_places.push_back(index / grid.columns * grid.rowLength() + 2 * (index % grid.columns));
        nodeAt(m_places.back()) = static_cast<std::size_t>(index);
    }
}

// Whoever stands there overlaps nobody.
bool Arrangement::fits(int place) const
{
    const auto index = static_cast<std::size_t>(place);
    const int column = place % m_grid.rowLength();
    return (column == 0 || m_nodes[index - 1] == nobody())
        && (column == m_grid.rowLength() - 1 || m_nodes[index + 1] == nobody());
}

bool Arrangement::move(std::size_t node, int place)
{
    const int before = m_places[node];
    const std::size_t other = nodeAt(place);
    std::swap(nodeAt(before), nodeAt(place));
    if (!fits(place) || (other != nobody() && !fits(before))) {
        std::swap(nodeAt(before), nodeAt(place));
        return false;
    }
    m_places[node] = place;
    if (other != nobody())
        m_places[other] = before;
    return true;
}

int Arrangement::rowsUsed() const
{
    std::set<int> rows;
    for (const int place : m_places)
        rows.insert(place / m_grid.rowLength());
    return static_cast<int>(rows.size());
}

std::vector<double> Arrangement::middlesOfRows() const
{
    std::vector<double> heights(static_cast<std::size_t>(m_grid.rows), 0);
    for (std::size_t node = 0; node < m_places.size(); ++node) {
        auto &height = heights[static_cast<std::size_t>(m_places[node] / m_grid.rowLength())];
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
        first = std::min(first, place % m_grid.rowLength());
    std::vector<QRectF> boxes;
    boxes.reserve(m_places.size());
    for (std::size_t node = 0; node < m_places.size(); ++node) {
        const QSizeF size = m_diagram->nodes[node].size;
        const int column = m_places[node] % m_grid.rowLength() - first;
        const double x = column * (m_width + m_grid.besides) / 2 + m_width / 2;
        const double y = middles[static_cast<std::size_t>(m_places[node] / m_grid.rowLength())];
        boxes.emplace_back(QPointF(x - size.width() / 2, y - size.height() / 2), size);
    }
    return boxes;
}

} // namespace model::layout
