// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dotsprites.h"

#include "graphpainter.h"

#include <QPainter>

#include <cmath>

namespace app::graph {

void DotSprites::prepare(const style::Theme &theme, double scale, double ratio)
{
    if (theme == m_theme && qFuzzyCompare(scale, m_scale) && qFuzzyCompare(ratio, m_ratio))
        return;
    m_theme = theme;
    m_scale = scale;
    m_ratio = ratio;
    const int edge = static_cast<int>(std::ceil(2 * reach * scale)) + 1;
    for (const auto kind :
         {RequestDots::Kind::Succeeded, RequestDots::Kind::Degraded, RequestDots::Kind::Failed}) {
        QPixmap sprite(QSize(edge, edge) * ratio);
        sprite.setDevicePixelRatio(ratio);
        sprite.fill(Qt::transparent);
        QPainter painter(&sprite);
        painter.translate(edge / 2.0, edge / 2.0);
        painter.scale(scale, scale);
        GraphPainter(painter, theme, {}).paintDot({{0, 0}, kind});
        m_sprites[static_cast<size_t>(kind)] = std::move(sprite);
    }
}

void DotSprites::paint(QPainter &painter,
                       const QTransform &toWidget,
                       const std::vector<RequestDots::Placed> &dots) const
{
    for (const auto &dot : dots) {
        const auto &sprite = m_sprites[static_cast<size_t>(dot.kind)];
        const QSizeF size = sprite.deviceIndependentSize();
        painter.drawPixmap(toWidget.map(dot.position) - QPointF(size.width() / 2, size.height() / 2), sprite);
    }
}

} // namespace app::graph
