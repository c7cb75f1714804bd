// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsSimpleTextItem>

namespace app::charts {

// Words on a ground of their own, so that whatever is drawn below does not cross them.
class MarkLabel : public QGraphicsSimpleTextItem
{
public:
    using QGraphicsSimpleTextItem::QGraphicsSimpleTextItem;

    void setGround(const QColor &color) { m_ground = color; }
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QColor m_ground;
};

} // namespace app::charts
