// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewport.h"

#include <algorithm>
#include <cmath>

namespace app::graph {

namespace {

constexpr double fullFrom = 0.55; // scales, from which on small words can be read
constexpr double namesFrom = 0.26; // and large ones
constexpr double leastScale = 0.01; // of what is seen in no place at all
constexpr double roomAround = 24; // a box that is shown, in the place's pixels

} // namespace

void Viewport::setPicture(QSizeF size)
{
    m_picture = size;
    goHome();
}

void Viewport::growPicture(QSizeF size, QPointF shift)
{
    const QSizeF grown = size - m_picture;
    m_picture = size;
    if (m_chosenScale.has_value())
        m_offset += (QPointF(grown.width(), grown.height()) / 2 - shift) * *m_chosenScale;
}

void Viewport::setPlace(QSizeF size)
{
    m_place = size;
}

void Viewport::setLargestScale(double scale)
{
    m_largest = scale;
}

double Viewport::homeScale() const
{
    const QSizeF room = m_place - QSizeF(2 * margin, 2 * margin);
    const double fitting = std::min(room.width() / m_picture.width(), room.height() / m_picture.height());
    return std::clamp(fitting, leastScale, m_largest);
}

double Viewport::scale() const
{
    return m_chosenScale.value_or(homeScale());
}

Detail Viewport::detail() const
{
    const double scale = m_picture.isEmpty() ? 1 : this->scale();
    return scale >= fullFrom ? Detail::Full : scale >= namesFrom ? Detail::Names : Detail::Blocks;
}

QPointF Viewport::offset() const
{
    if (m_picture.isEmpty())
        return {};
    const QSizeF over = (m_picture * scale() - m_place) / 2;
    const auto within = [](double value, double most) {
        return std::clamp(value, -std::max(most, 0.0), std::max(most, 0.0));
    };
    return {within(m_offset.x(), over.width()), within(m_offset.y(), over.height())};
}

void Viewport::moveBy(QPointF distance)
{
    m_offset = offset() + distance;
    m_offset = offset();
}

void Viewport::setScale(double scale)
{
    const double home = homeScale();
    m_chosenScale = std::clamp(scale, std::min(home, smallestScale), std::max(closestScale, m_largest));
    if (qFuzzyCompare(*m_chosenScale, home))
        goHome();
}

void Viewport::zoomBy(double factor, QPointF around)
{
    if (m_picture.isEmpty() || m_place.isEmpty() || !(factor > 0))
        return;
    const double before = scale();
    const QPointF middle(m_place.width() / 2, m_place.height() / 2);
    const QPointF old = offset();
    setScale(before * factor);
    m_offset = old + (around - middle - old) * (1 - scale() / before);
    m_offset = offset();
}

void Viewport::goHome()
{
    m_chosenScale.reset();
    m_offset = {};
}

void Viewport::showBox(const QRectF &box)
{
    if (m_picture.isEmpty() || m_place.isEmpty() || box.isEmpty())
        return;
    const QSizeF room = m_place - QSizeF(2 * roomAround, 2 * roomAround);
    setScale(std::min({room.width() / box.width(), room.height() / box.height(), m_largest}));
    m_offset = (QPointF(m_picture.width() / 2, m_picture.height() / 2) - box.center()) * scale();
}

void Viewport::reveal(const QRectF &box)
{
    const QRectF place({0, 0}, m_place);
    if (!isMovable() || place.contains(transform().mapRect(box)))
        return;
    const QRectF seen = transform().mapRect(box.adjusted(-8, -8, 8, 8));
    const auto push
        = [](double low, double high, double most) { return low < 0 ? -low : std::min(0.0, most - high); };
    moveBy({push(seen.left(), seen.right(), m_place.width()),
            push(seen.top(), seen.bottom(), m_place.height())});
}

double Viewport::seenShare() const
{
    if (m_picture.isEmpty())
        return 1;
    const QSizeF shown = m_picture * scale();
    return std::min(1.0, m_place.width() / shown.width()) * std::min(1.0, m_place.height() / shown.height());
}

bool Viewport::isMovable() const
{
    if (m_picture.isEmpty())
        return false;
    const QSizeF shown = m_picture * scale();
    return shown.width() > m_place.width() + 0.5 || shown.height() > m_place.height() + 0.5;
}

QRectF Viewport::seen() const
{
    bool invertible = false;
    const QTransform back = transform().inverted(&invertible);
    return invertible ? back.mapRect(QRectF({0, 0}, m_place)) : QRectF();
}

QTransform Viewport::transform() const
{
    if (m_picture.isEmpty() || m_place.isEmpty())
        return {};
    const double scale = this->scale();
    const QPointF offset = this->offset();
    QTransform transform; // by whole pixels: what is moved under the place is not drawn anew
    transform.translate(std::round((m_place.width() - m_picture.width() * scale) / 2 + offset.x()),
                        std::round((m_place.height() - m_picture.height() * scale) / 2 + offset.y()));
    transform.scale(scale, scale);
    return transform;
}

} // namespace app::graph
