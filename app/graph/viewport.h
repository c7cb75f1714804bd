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

// Which part of a picture is seen in a place. At home: all of it, in the middle, as large as it fits, however
// large the place is; what is too small to be read then is seen as a map. A person comes nearer and goes away
// from there, and what is in the middle stays there when the place changes. Pure arithmetic; a value.
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
    // A box of the picture, in the middle and as large as it fits.
    void showBox(const QRectF &box);
    // Moves as little as needed to see a box of the picture; not at all when it is seen.
    void reveal(const QRectF &box);

    bool isMovable() const;
    double seenShare() const; // of the picture's area; 1 when there is none
    bool isAtHome() const { return !m_chosenScale.has_value(); }
    double scale() const;
    Detail detail() const;
    // What is seen, in the picture's pixels.
    QRectF seen() const;
    QSizeF picture() const { return m_picture; }
    // From the picture's pixels to the place's.
    QTransform transform() const;

    static constexpr double margin = 8; // around the picture at home, in the place's pixels
    static constexpr double smallestScale = 0.6; // a person goes no further away than that or home
    static constexpr double largestScale = 1.5; // a small system does not become a poster
    static constexpr double closestScale = 4; // as near as a person can come

private:
    double homeScale() const;
    void setScale(double scale);
    // Of what is seen from the middle of the picture, in the place's pixels; not beyond the picture's edges.
    QPointF offset() const;

    QSizeF m_picture;
    QSizeF m_place;
    std::optional<double> m_chosenScale; // by a person; nothing: at home
    double m_largest = largestScale;
    QPointF m_offset; // as a person wished it, even if a place of another size has no room for it now
};

} // namespace app::graph
