// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "marklabel.h"

#include <QPainter>

namespace app::charts {

QRectF MarkLabel::boundingRect() const
{
    return QGraphicsSimpleTextItem::boundingRect().adjusted(-2, 0, 2, 0);
}

void MarkLabel::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    painter->fillRect(boundingRect(), m_ground);
    QGraphicsSimpleTextItem::paint(painter, option, widget);
}

} // namespace app::charts
