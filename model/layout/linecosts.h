// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagram.h"

#include <vector>

namespace model::layout {

// What the lines of a diagram cost the eye when each goes straight from box to box, in pixels of line that it
// would be worth to be rid of the trouble: their length, and what people were found to stumble over more:
// lines that cross, hide each other or pass through a box (H. Purchase, "Which aesthetic has the greatest
// effect on human understanding?", 1997), and calls against the direction of reading.
class LineCosts
{
public:
    // Of boxes in the order of the diagram's nodes. Both outlive this.
    LineCosts(const Diagram &diagram, Direction direction, const std::vector<QRectF> &boxes);

    // Exact when it is below the limit, else anything above.
    double upTo(double limit) const;
    int crossings() const;
    int throughs() const; // how often a line passes a box more closely than it should, or through it

private:
    struct Box
    {
        double x, y, halfWidth, halfHeight; // of its middle; no Qt type, for speed
    };

    static bool passes(const Box &from, const Box &to, const Box &box);
    static bool cross(const Box &a, const Box &b, const Box &c, const Box &d);
    static bool hide(const Box &from, const Box &a, const Box &b);
    int throughs(const DiagramEdge &edge) const;
    double alone(const DiagramEdge &edge) const;
    double together(const DiagramEdge &a, const DiagramEdge &b) const;

    const Diagram &m_diagram;
    Direction m_direction;
    std::vector<Box> m_boxes;
};

} // namespace model::layout
