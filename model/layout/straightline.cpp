// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "straightline.h"

#include <algorithm>
#include <cmath>

namespace model::layout {

namespace {

constexpr double clearance = 7; // pixels between a line and a box that it passes
constexpr double narrow = 0.15; // between lines at a node that are hard to tell apart, as a slope

// The part of the line, from `first` to `last`, which is between two sides of a box; whether any is left.
bool cut(double start, double way, double low, double high, double &first, double &last)
{
    if (std::abs(way) < 1e-9)
        return start > low && start < high;
    const double one = (low - start) / way;
    const double other = (high - start) / way;
    first = std::max(first, std::min(one, other));
    last = std::min(last, std::max(one, other));
    return first < last;
}

} // namespace

double StraightLine::length() const
{
    return std::hypot(to.x() - from.x(), to.y() - from.y());
}

bool StraightLine::passes(const QRectF &box) const
{
    const QRectF wide = box.adjusted(-clearance, -clearance, clearance, clearance);
    double first = 0;
    double last = 1;
    return cut(from.x(), to.x() - from.x(), wide.left(), wide.right(), first, last)
        && cut(from.y(), to.y() - from.y(), wide.top(), wide.bottom(), first, last);
}

bool StraightLine::hides(QPointF other) const
{
    const QPointF one = to - from;
    const QPointF two = other - from;
    const double along = QPointF::dotProduct(one, two);
    return along > 0 && std::abs(one.x() * two.y() - one.y() * two.x()) < narrow * along;
}

} // namespace model::layout
