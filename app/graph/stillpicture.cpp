// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stillpicture.h"

#include <QPainter>

namespace app::graph {

void StillPicture::prepare(const Subject &subject, const QTransform &transform, QSize size, double ratio)
{
    if (m_image.size() != size * ratio) {
        m_image = QPixmap(size * ratio);
        m_image.setDevicePixelRatio(ratio);
        m_isStale = true;
    }
    if (!m_isStale || m_image.isNull())
        return;
    m_image.fill(subject.theme.color(style::Role::Canvas));
    QPainter painter(&m_image);
    painter.setTransform(transform, true);
    GraphPainter(painter, subject.theme, subject.font)
        .paintScene(subject.scene, subject.vitality, subject.attention);
    m_isStale = false;
}

void StillPicture::paint(QPainter &painter, const QRegion &region) const
{
    const double ratio = m_image.devicePixelRatio();
    for (const QRect &part : region)
        painter.drawPixmap(QRectF(part), m_image,
                           QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio));
}

} // namespace app::graph
