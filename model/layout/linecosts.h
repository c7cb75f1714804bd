// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "arrangement.h"

#include <vector>

namespace model::layout {

// What the lines of an arrangement cost the eye when each goes straight from box to box, in pixels of line
// that it would be worth to be rid of the trouble: their length, and what people were found to stumble over
// more: lines that cross, hide each other or pass through a box (H. Purchase, "Which aesthetic has the
// greatest effect on human understanding?", 1997), and calls against the direction of reading. A search asks
// for them thousands of times: what a line between two places meets is found out once for the grid, and kept
// as bits.
class LineCosts
{
public:
    // For all arrangements in this grid. The diagram outlives this.
    LineCosts(const Diagram &diagram, Direction direction, const Grid &grid);

    double of(const Arrangement &arrangement) const;
    // The part of it that depends on where these two boxes are (or on where one is: the same twice). Exact
    // when it is below the limit, else anything from there on.
    double of(const Arrangement &arrangement, std::size_t one, std::size_t other, double limit) const;

private:
    struct Line // from a place to a place
    {
        double ofCall = 0;
        double ofMessage = 0;
        PlaceSet passed; // too closely
        PlaceSet hidden; // lines from the same start to there can hardly be told from this one
        PlaceSet left; // of the endless line
        PlaceSet right;
    };

    struct Drawn // an edge of an arrangement
    {
        int from; // places
        int to;
        const Line *line;
        bool isCall;

        bool touches(int place) const { return from == place || to == place; }
    };

    Line measured(const Grid &grid, int from, int to) const;
    const Line *line(int from, int to) const
    {
        return &m_lines[static_cast<std::size_t>(from * m_places + to)];
    }
    std::vector<Drawn> drawn(const Arrangement &arrangement) const;
    static double passing(const Line &line, const PlaceSet &places);
    static double alone(const Drawn &edge, const PlaceSet &taken);
    double lateStart(const Arrangement &arrangement) const;
    double together(const Drawn &a, const Drawn &b) const;

    const Diagram &m_diagram;
    Direction m_direction;
    int m_places;
    std::vector<Line> m_lines;
    std::vector<double> m_lateStarts; // by place
};

} // namespace model::layout
