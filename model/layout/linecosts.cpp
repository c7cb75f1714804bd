// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linecosts.h"

#include "straightline.h"

#include <algorithm>

namespace model::layout {

namespace {

constexpr double ofCrossing = 100;
constexpr double ofThrough = 900;
constexpr double ofHiding = 250;
constexpr double ofAgainst = 450; // of a call; a message may go back
constexpr double ofAbreast = 60; // of a call to a neighbour
constexpr double ofLateStart = 6; // for each pixel that the shoppers stand further down than they need

// In columns and rows, so that it is exact: above 0, the place lies to the right of the line, on the screen.
int side(const Grid &grid, int from, int to, int place)
{
    const auto x = [&grid, from](int other) { return grid.columnOf(other) - grid.columnOf(from); };
    const auto y = [&grid, from](int other) { return grid.rowOf(other) - grid.rowOf(from); };
    return x(to) * y(place) - y(to) * x(place);
}

} // namespace

LineCosts::LineCosts(const Diagram &diagram, Direction direction, const Grid &grid)
    : m_diagram(diagram)
    , m_direction(direction)
    , m_places(grid.places())
{
    for (int from = 0; from < m_places; ++from) {
        const QPointF start = grid.middleOf(from) - grid.middleOf(0);
        m_lateStarts.push_back(ofLateStart * (direction == Direction::TopToBottom ? start.y() : start.x()));
        for (int to = 0; to < m_places; ++to)
            m_lines.push_back(measured(grid, from, to));
    }
}

LineCosts::Line LineCosts::measured(const Grid &grid, int from, int to) const
{
    const StraightLine drawn{grid.middleOf(from), grid.middleOf(to)};
    const QPointF way = drawn.to - drawn.from;
    const double ahead = m_direction == Direction::TopToBottom ? way.y() : way.x();
    Line line;
    line.ofMessage = drawn.length();
    line.ofCall = line.ofMessage + (ahead < -1 ? ofAgainst : ahead < 1 ? ofAbreast : 0);
    const auto [top, bottom] = std::minmax({grid.rowOf(from), grid.rowOf(to)});
    for (int place = 0; place < m_places; ++place) {
        const auto index = static_cast<std::size_t>(place);
        const int which = side(grid, from, to, place);
        line.left[index] = which < 0;
        line.right[index] = which > 0;
        if (place == from || place == to)
            continue;
        QRectF box({0, 0}, grid.box);
        box.moveCenter(grid.middleOf(place));
        line.hidden[index] = drawn.hides(box.center());
        const int row = grid.rowOf(place);
        line.passed[index] = row >= top && row <= bottom && drawn.passes(box); // rows are further apart
    }
    return line;
}

std::vector<LineCosts::Drawn> LineCosts::drawn(const Arrangement &arrangement) const
{
    std::vector<Drawn> all;
    all.reserve(m_diagram.edges.size());
    for (const DiagramEdge &edge : m_diagram.edges) {
        const int from = arrangement.placeOf(edge.from);
        const int to = arrangement.placeOf(edge.to);
        all.push_back({from, to, line(from, to), edge.kind != EdgeKind::Event});
    }
    return all;
}

double LineCosts::passing(const Line &line, const PlaceSet &places)
{
    return ofThrough * static_cast<double>((line.passed & places).count());
}

double LineCosts::alone(const Drawn &edge, const PlaceSet &taken)
{
    return (edge.isCall ? edge.line->ofCall : edge.line->ofMessage) + passing(*edge.line, taken);
}

double LineCosts::lateStart(const Arrangement &arrangement) const
{
    return m_lateStarts[static_cast<std::size_t>(arrangement.placeOf(0))]; // where the shoppers are
}

double LineCosts::together(const Drawn &a, const Drawn &b) const
{
    const auto hides = [this](int from, int one, int other) {
        return line(from, one)->hidden[static_cast<std::size_t>(other)] ? ofHiding : 0.0;
    };
    if (a.from == b.from)
        return hides(a.from, a.to, b.to);
    if (a.to == b.to)
        return hides(a.to, a.from, b.from);
    if (a.from == b.to)
        return hides(a.from, a.to, b.from);
    if (a.to == b.from)
        return hides(a.to, a.from, b.to);
    const auto parts = [](const Line &line, int one, int other) {
        const auto first = static_cast<std::size_t>(one);
        const auto second = static_cast<std::size_t>(other);
        return (line.left[first] && line.right[second]) || (line.right[first] && line.left[second]);
    };
    return parts(*a.line, b.from, b.to) && parts(*b.line, a.from, a.to) ? ofCrossing : 0;
}

double LineCosts::of(const Arrangement &arrangement) const
{
    const auto edges = drawn(arrangement);
    double cost = lateStart(arrangement);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        cost += alone(edges[i], arrangement.taken());
        for (std::size_t j = 0; j < i; ++j)
            cost += together(edges[i], edges[j]);
    }
    return cost;
}

double LineCosts::of(const Arrangement &arrangement, std::size_t one, std::size_t other, double limit) const
{
    const int first = arrangement.placeOf(one);
    const int second = arrangement.placeOf(other);
    PlaceSet theirs;
    theirs.set(static_cast<std::size_t>(first)).set(static_cast<std::size_t>(second));
    auto edges = drawn(arrangement);
    const auto others = std::partition(edges.begin(), edges.end(), [=](const Drawn &edge) {
        return edge.touches(first) || edge.touches(second);
    });
    double cost = one == 0 || other == 0 ? lateStart(arrangement) : 0;
    for (auto edge = edges.begin(); edge != others; ++edge)
        cost += alone(*edge, arrangement.taken());
    for (auto edge = others; edge != edges.end(); ++edge)
        cost += passing(*edge->line, theirs);
    for (auto edge = edges.begin(); edge != others && cost < limit; ++edge) {
        for (auto with = edge + 1; with != edges.end(); ++with) // each pair once
            cost += together(*edge, *with);
    }
    return cost;
}

} // namespace model::layout
