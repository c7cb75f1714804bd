// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegion>

#include <vector>

namespace app::graph {

// Which tiles of a place have been touched: a region of hundreds of small things that is cheap to build and
// to paint. A value.
class Tiles
{
public:
    explicit Tiles(QSize place = {});

    void touch(const QRectF &box);
    QRegion region() const;

private:
    static constexpr int edge = 24; // of a tile, in pixels

    int m_columns = 0;
    int m_rows = 0;
    std::vector<bool> m_touched;
};

} // namespace app::graph
