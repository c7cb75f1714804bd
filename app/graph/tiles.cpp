// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tiles.h"

#include <QRectF>

#include <algorithm>

namespace app::graph {

Tiles::Tiles(QSize place)
    : m_columns((std::max(place.width(), 0) + edge - 1) / edge)
    , m_rows((std::max(place.height(), 0) + edge - 1) / edge)
    , m_touched(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows), false)
{
}

void Tiles::touch(const QRectF &box)
{
    const int left = std::max(static_cast<int>(std::floor(box.left() / edge)), 0);
    const int right = std::min(static_cast<int>(std::floor(box.right() / edge)), m_columns - 1);
    const int top = std::max(static_cast<int>(std::floor(box.top() / edge)), 0);
    const int bottom = std::min(static_cast<int>(std::floor(box.bottom() / edge)), m_rows - 1);
    for (int row = top; row <= bottom; ++row) {
        for (int column = left; column <= right; ++column)
            m_touched[static_cast<size_t>(row * m_columns + column)] = true;
    }
}

QRegion Tiles::region() const
{
    // Row by row and from left to right, neighbours joined: as QRegion wants them, so that it need not sort.
    std::vector<QRect> rects;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            if (!m_touched[static_cast<size_t>(row * m_columns + column)])
                continue;
            const int first = column;
            while (column + 1 < m_columns && m_touched[static_cast<size_t>(row * m_columns + column + 1)])
                ++column;
            rects.emplace_back(first * edge, row * edge, (column - first + 1) * edge, edge);
        }
    }
    QRegion region;
    region.setRects(rects.data(), static_cast<int>(rects.size()));
    return region;
}

} // namespace app::graph
