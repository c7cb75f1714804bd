// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewport.h"

#include <algorithm>

namespace app::graph {

void Viewport::setPicture(QSizeF size)
{
    m_picture = size;
    m_offset = {};
}

void Viewport::setPlace(QSizeF size)
{
    m_place = size;
    m_offset = limited(m_offset);
}

double Viewport::scale() const
{
    const double fitting
        = std::min(m_place.width() / m_picture.width(), m_place.height() / m_picture.height());
    return std::clamp(fitting, smallestScale, largestScale);
}

QPointF Viewport::limited(QPointF offset) const
{
    if (m_picture.isEmpty())
        return {};
    const QSizeF over = (m_picture * scale() - m_place) / 2;
    const auto within = [](double value, double most) {
        return std::clamp(value, -std::max(most, 0.0), std::max(most, 0.0));
    };
    return {within(offset.x(), over.width()), within(offset.y(), over.height())};
}

void Viewport::moveBy(QPointF distance)
{
    m_offset = limited(m_offset + distance);
}

void Viewport::reveal(const QRectF &box)
{
    if (!isMovable())
        return;
    const QRectF seen = transform().mapRect(box.adjusted(-8, -8, 8, 8));
    const auto push
        = [](double low, double high, double most) { return low < 0 ? -low : std::min(0.0, most - high); };
    moveBy({push(seen.left(), seen.right(), m_place.width()),
            push(seen.top(), seen.bottom(), m_place.height())});
}

bool Viewport::isMovable() const
{
    if (m_picture.isEmpty())
        return false;
    const QSizeF shown = m_picture * scale();
    return shown.width() > m_place.width() + 0.5 || shown.height() > m_place.height() + 0.5;
}

QTransform Viewport::transform() const
{
    if (m_picture.isEmpty() || m_place.isEmpty())
        return {};
    const double scale = this->scale();
    QTransform transform;
    transform.translate((m_place.width() - m_picture.width() * scale) / 2 + m_offset.x(),
                        (m_place.height() - m_picture.height() * scale) / 2 + m_offset.y());
    transform.scale(scale, scale);
    return transform;
}

} // namespace app::graph
