// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <QTransform>

namespace app::graph {

// Which part of a picture is seen in a place: all of it as large as it fits, as long as it can be read;
// a picture too large for that is moved under the place. Pure arithmetic; a value.
class Viewport
{
public:
    void setPicture(QSizeF size);
    void setPlace(QSizeF size);
    // By so many of the place's pixels; not beyond the picture's edges.
    void moveBy(QPointF distance);
    // Moves as little as needed to see a box of the picture.
    void reveal(const QRectF &box);

    bool isMovable() const;
    // From the picture's pixels to the place's.
    QTransform transform() const;

    static constexpr double smallestScale = 0.6;
    static constexpr double largestScale = 1.5; // a small system does not become a poster

private:
    double scale() const;
    QPointF limited(QPointF offset) const;

    QSizeF m_picture;
    QSizeF m_place;
    QPointF m_offset; // of what is seen from the middle of the picture, in the place's pixels
};

} // namespace app::graph
