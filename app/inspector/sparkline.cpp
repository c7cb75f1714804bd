// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sparkline.h"

#include "requesthistory.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace app::inspector {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setMinimumHeight(56);
    setMaximumHeight(150); // beyond, it tells no more
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Sparkline::show(std::deque<double> values)
{
    m_values = std::move(values);
    update();
}

void Sparkline::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(m_theme.color(style::Role::Border), 1));
    painter.setBrush(m_theme.color(style::Role::Canvas));
    painter.drawRoundedRect(area, 6, 6);
    if (m_values.size() < 2)
        return;
    const double highest = std::max(*std::ranges::max_element(m_values), 1.0);
    const QRectF inner = area.adjusted(6, 8, -6, -8);
    QPolygonF line;
    constexpr size_t length = RequestHistory::length;
    const size_t missing = length - std::min(m_values.size(), length);
    for (size_t index = 0; index < m_values.size(); ++index) {
        const double x = inner.left() + inner.width() * static_cast<double>(missing + index) / (length - 1);
        line << QPointF(x, inner.bottom() - inner.height() * m_values[index] / highest);
    }
    painter.setPen(QPen(m_theme.color(style::Role::Accent), 1.6));
    painter.drawPolyline(line);
}

} // namespace app::inspector
