// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unrest.h"

#include <QLineF>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace model::layout {

namespace {

using Course = std::vector<QPointF>; // straight pieces

constexpr int pieces = 8; // straight ones, for a segment of a curve
constexpr double ofCrossing = 100;
constexpr double ofHalfTurn = 100;

QPointF pointOn(const QPointF *p, double t)
{
    const double s = 1 - t;
    return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
}

Course courseOf(const std::vector<QPointF> &curve)
{
    Course course;
    for (std::size_t first = 0; first + 3 < curve.size(); first += 3) {
        for (int piece = first == 0 ? 0 : 1; piece <= pieces; ++piece)
            course.push_back(pointOn(&curve[first], static_cast<double>(piece) / pieces));
    }
    return course;
}

double angleBetween(QPointF one, QPointF other)
{
    return std::abs(std::atan2(one.x() * other.y() - one.y() * other.x(), QPointF::dotProduct(one, other)));
}

QRectF boundsOf(const Course &course)
{
    const auto [left, right] = std::ranges::minmax(course, {}, &QPointF::x);
    const auto [top, bottom] = std::ranges::minmax(course, {}, &QPointF::y);
    return QRectF(QPointF(left.x(), top.y()), QPointF(right.x(), bottom.y())).adjusted(-1, -1, 1, 1);
}

bool doCross(const Course &one, const Course &other)
{
    if (one.empty() || other.empty() || !boundsOf(one).intersects(boundsOf(other)))
        return false;
    for (std::size_t i = 1; i < one.size(); ++i) {
        for (std::size_t j = 1; j < other.size(); ++j) {
            if (QLineF(one[i - 1], one[i]).intersects(QLineF(other[j - 1], other[j]), nullptr)
                == QLineF::BoundedIntersection)
                return true;
        }
    }
    return false;
}

bool doMeet(const PlacedEdge &one, const PlacedEdge &other)
{
    return one.from == other.from || one.from == other.to || one.to == other.from || one.to == other.to;
}

} // namespace

double Unrest::cost() const
{
    return length + ofCrossing * crossings + ofHalfTurn * turning / std::numbers::pi;
}

Unrest unrestOf(const Layout &layout)
{
    Unrest unrest;
    std::vector<Course> courses;
    for (const PlacedEdge &edge : layout.edges) {
        const Course &course = courses.emplace_back(courseOf(edge.curve));
        for (std::size_t i = 1; i < course.size(); ++i) {
            const QPointF step = course[i] - course[i - 1];
            unrest.length += std::hypot(step.x(), step.y());
            if (i > 1)
                unrest.turning += angleBetween(course[i - 1] - course[i - 2], step);
        }
        for (std::size_t other = 0; other + 1 < courses.size(); ++other)
            unrest.crossings += !doMeet(edge, layout.edges[other]) && doCross(course, courses[other]);
    }
    return unrest;
}

} // namespace model::layout
