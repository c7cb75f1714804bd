// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <QTransform>

#include <optional>

namespace app::graph {

// How much of things is drawn, by how large they are seen.
enum class Detail
{
    Blocks, // boxes and lines, as on a map
    Names, // and what they are called
    Full
};

// Which part of a picture is seen in a place. At home: all of it as large as it fits, as long as it can be
// read; a picture too large for that is moved under the place, and one far too large is seen as a map. A
// person comes nearer and goes away from there. Pure arithmetic; a value.
class Viewport
{
public:
    // Another picture: at home.
    void setPicture(QSizeF size);
    // The same picture, which has grown, and all in it was shifted: what is seen stays where it is.
    void growPicture(QSizeF size, QPointF shift);
    void setPlace(QSizeF size);
    // How large small pictures become at home.
    void setLargestScale(double scale);
    // By so many of the place's pixels; not beyond the picture's edges.
    void moveBy(QPointF distance);
    // Nearer or away, around a point of the place.
    void zoomBy(double factor, QPointF around);
    void goHome();
    void showAll();
    // A box of the picture, in the middle and as large as it fits.
    void showBox(const QRectF &box);
    // Moves as little as needed to see a box of the picture.
    void reveal(const QRectF &box);

    bool isMovable() const;
    double seenShare() const; // of the picture's area; 1 when there is none
    bool isAtHome() const { return !m_chosenScale.has_value() && m_offset.isNull(); }
    double scale() const;
    Detail detail() const;
    // What is seen, in the picture's pixels.
    QRectF seen() const;
    QSizeF picture() const { return m_picture; }
    // From the picture's pixels to the place's.
    QTransform transform() const;

    static constexpr double smallestScale = 0.6; // at home, while most of it is seen
    static constexpr double mapScale = 0.35; // what would fit only below it is a map
    static constexpr double largestScale = 1.5; // a small system does not become a poster
    static constexpr double closestScale = 4; // as near as a person can come

private:
    double fitting() const;
    double homeScale() const;
    void setScale(double scale);
    QPointF limited(QPointF offset) const;

    QSizeF m_picture;
    QSizeF m_place;
    std::optional<double> m_chosenScale; // by a person; nothing: at home
    double m_largest = largestScale;
    QPointF m_offset; // of what is seen from the middle of the picture, in the place's pixels
};

} // namespace app::graph
