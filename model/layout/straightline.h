// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>

namespace model::layout {

// A line from the middle of one box to the middle of another, in pixels.
struct StraightLine
{
    QPointF from;
    QPointF to;

    double length() const;
    // Whether it passes the box more closely than it should, or goes through it.
    bool passes(const QRectF &box) const;
    // Whether a line from the same start to another end can hardly be told from it.
    bool hides(QPointF other) const;
};

} // namespace model::layout
