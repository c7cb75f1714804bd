// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "boxline.h"

#include <algorithm>
#include <cmath>

namespace model::layout {

namespace {

constexpr double parallel = 9; // pixels between lines of the same two boxes

// Where a line that starts in the box leaves it.
QPointF leaving(const QRectF &box, QPointF start, QPointF way)
{
    const auto share = [](double from, double step, double low, double high) {
        return std::abs(step) < 1e-9 ? 1.0 : ((step > 0 ? high : low) - from) / step;
    };
    return start
        + way
        * std::min(share(start.x(), way.x(), box.left(), box.right()),
                   share(start.y(), way.y(), box.top(), box.bottom()));
}

} // namespace

std::vector<QPointF> boxLine(const QRectF &from, const QRectF &to, QPointF aside)
{
    const QPointF way = to.center() - from.center();
    const QPointF start = leaving(from, from.center() + aside, way);
    const QPointF end = leaving(to, to.center() + aside, -way);
    return {start, start + (end - start) / 3, start + (end - start) * 2 / 3, end};
}

QPointF besideOthers(const QRectF &one, const QRectF &other, int line, int lines)
{
    const QPointF way = other.center() - one.center();
    const double length = std::hypot(way.x(), way.y());
    return QPointF(-way.y(), way.x()) / std::max(length, 1.0) * parallel * (line - (lines - 1) / 2.0);
}

} // namespace model::layout
