// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linecosts.h"

#include <algorithm>
#include <cmath>

namespace model::layout {

namespace {

constexpr double clearance = 7; // pixels between a line and a box that it passes
constexpr double narrow = 0.15; // between lines at a node that are hard to tell apart, as a slope

constexpr double ofCrossing = 100;
constexpr double ofThrough = 900;
constexpr double ofHiding = 250;
constexpr double ofAgainst = 320; // of a call; a message may go back
constexpr double ofAbreast = 60; // of a call to a neighbour
constexpr double ofLateStart = 6; // for each pixel that the shoppers stand further down than they need

// Most are: this spares the rest.
bool areApart(double one, double other, double low, double high)
{
    return std::max(one, other) < low || std::min(one, other) > high;
}

double side(double ax, double ay, double bx, double by)
{
    return ax * by - ay * bx;
}

} // namespace

LineCosts::LineCosts(const Diagram &diagram, Direction direction, const std::vector<QRectF> &boxes)
    : m_diagram(diagram)
    , m_direction(direction)
{
    m_boxes.reserve(boxes.size());
    for (const QRectF &box : boxes)
        m_boxes.push_back({box.center().x(), box.center().y(), box.width() / 2, box.height() / 2});
}

// The line is cut by the box's two pairs of sides, one after the other.
bool LineCosts::passes(const Box &from, const Box &to, const Box &box)
{
    const double width = box.halfWidth + clearance;
    const double height = box.halfHeight + clearance;
    if (areApart(from.x, to.x, box.x - width, box.x + width)
        || areApart(from.y, to.y, box.y - height, box.y + height))
        return false;
    double first = 0;
    double last = 1;
    const auto cut = [&](double start, double way, double low, double high) {
        if (std::abs(way) < 1e-9)
            return start > low && start < high;
        const double one = (low - start) / way;
        const double other = (high - start) / way;
        first = std::max(first, std::min(one, other));
        last = std::min(last, std::max(one, other));
        return first < last;
    };
    return cut(from.x, to.x - from.x, box.x - width, box.x + width)
        && cut(from.y, to.y - from.y, box.y - height, box.y + height);
}

bool LineCosts::cross(const Box &a, const Box &b, const Box &c, const Box &d)
{
    if (areApart(a.x, b.x, std::min(c.x, d.x), std::max(c.x, d.x))
        || areApart(a.y, b.y, std::min(c.y, d.y), std::max(c.y, d.y)))
        return false;
    const auto sides = [](const Box &from, const Box &to, const Box &one, const Box &other) {
        const double x = to.x - from.x;
        const double y = to.y - from.y;
        return side(x, y, one.x - from.x, one.y - from.y) * side(x, y, other.x - from.x, other.y - from.y);
    };
    return sides(a, b, c, d) < 0 && sides(c, d, a, b) < 0;
}

bool LineCosts::hide(const Box &from, const Box &a, const Box &b)
{
    const double ax = a.x - from.x;
    const double ay = a.y - from.y;
    const double bx = b.x - from.x;
    const double by = b.y - from.y;
    const double along = ax * bx + ay * by;
    return along > 0 && std::abs(side(ax, ay, bx, by)) < narrow * along;
}

int LineCosts::throughs(const DiagramEdge &edge) const
{
    int count = 0;
    for (std::size_t node = 0; node < m_boxes.size(); ++node) {
        count += node != edge.from && node != edge.to
            && passes(m_boxes[edge.from], m_boxes[edge.to], m_boxes[node]);
    }
    return count;
}

int LineCosts::throughs() const
{
    int count = 0;
    for (const DiagramEdge &edge : m_diagram.edges)
        count += throughs(edge);
    return count;
}

double LineCosts::alone(const DiagramEdge &edge) const
{
    const Box &from = m_boxes[edge.from];
    const Box &to = m_boxes[edge.to];
    double cost = std::hypot(to.x - from.x, to.y - from.y) + ofThrough * throughs(edge);
    if (edge.kind == EdgeKind::Event)
        return cost;
    const double ahead = m_direction == Direction::TopToBottom ? to.y - from.y : to.x - from.x;
    if (ahead < 1)
        cost += ahead < -1 ? ofAgainst : ofAbreast;
    return cost;
}

double LineCosts::together(const DiagramEdge &a, const DiagramEdge &b) const
{
    const auto hides = [this](std::size_t from, std::size_t one, std::size_t other) {
        return one != other && hide(m_boxes[from], m_boxes[one], m_boxes[other]) ? ofHiding : 0.0;
    };
    if (a.from == b.from)
        return hides(a.from, a.to, b.to);
    if (a.to == b.to)
        return hides(a.to, a.from, b.from);
    if (a.from == b.to)
        return hides(a.from, a.to, b.from);
    if (a.to == b.from)
        return hides(a.to, a.from, b.to);
    return cross(m_boxes[a.from], m_boxes[a.to], m_boxes[b.from], m_boxes[b.to]) ? ofCrossing : 0;
}

int LineCosts::crossings() const
{
    int count = 0;
    const auto &edges = m_diagram.edges;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            count += together(edges[i], edges[j]) == ofCrossing;
    }
    return count;
}

double LineCosts::upTo(double limit) const
{
    const Box &shoppers = m_boxes.front();
    double cost = ofLateStart
        * (m_direction == Direction::TopToBottom ? shoppers.y - shoppers.halfHeight
                                                 : shoppers.x - shoppers.halfWidth);
    const auto &edges = m_diagram.edges;
    for (std::size_t i = 0; i < edges.size() && cost < limit; ++i)
        cost += alone(edges[i]);
    for (std::size_t i = 0; i < edges.size() && cost < limit; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            cost += together(edges[i], edges[j]);
    }
    return cost;
}

} // namespace model::layout
