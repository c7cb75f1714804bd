// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "minimap.h"

#include "graphview.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace app::graph {

using style::Role;

namespace {

constexpr QSize largestMap{180, 130};
constexpr int edgeOfView = 8; // pixels
constexpr double leastBox = 1.5; // pixels of a node
constexpr double mostOfIt = 0.75; // of the picture: when that much is seen, a map would only be in the way

} // namespace

Minimap::Minimap(GraphView &view)
    : QWidget(&view)
    , m_view(view)
{
    setFocusPolicy(Qt::NoFocus); // the view's arrow keys walk over the same picture
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Map of the whole picture"));
    setToolTip(tr("All of the picture. Press to go there."));
    hide();
}

double Minimap::mapScale() const
{
    const QSizeF picture = m_view.viewport().picture();
    return std::min(largestMap.width() / picture.width(), largestMap.height() / picture.height());
}

void Minimap::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    m_boxes = {};
    update();
}

void Minimap::follow()
{
    const bool isNeeded = m_view.viewport().seenShare() < mostOfIt && m_view.width() > 2 * largestMap.width()
        && m_view.height() > 2 * largestMap.height();
    setVisible(isNeeded);
    if (!isNeeded)
        return;
    const QSizeF picture = m_view.viewport().picture();
    const QSize map = (picture * mapScale()).toSize().expandedTo({20, 20});
    setGeometry(
        {{m_view.width() - map.width() - edgeOfView, m_view.height() - map.height() - edgeOfView}, map});
    raise();
    update();
}

void Minimap::drawBoxes()
{
    m_boxes = QPixmap(size() * devicePixelRatioF());
    m_boxes.setDevicePixelRatio(devicePixelRatioF());
    m_boxes.fill(m_theme.color(Role::Window));
    QPainter painter(&m_boxes);
    painter.scale(mapScale(), mapScale());
    painter.setPen(Qt::NoPen);
    const double least = leastBox / mapScale();
    for (const auto &node : m_view.scene().layout().nodes) {
        if (!m_view.scene().isShown(node.id))
            continue;
        const QSizeF size = node.box.size().expandedTo({least, least});
        painter.fillRect(QRectF(node.box.topLeft(), size), m_theme.color(Role::SubtleText));
    }
}

void Minimap::paintEvent(QPaintEvent *)
{
    if (m_boxes.isNull() || m_boxes.size() != size() * devicePixelRatioF())
        drawBoxes();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_boxes);
    const QRectF seen = m_view.viewport().seen();
    const QRectF framed(seen.topLeft() * mapScale(), seen.size() * mapScale());
    painter.setPen(QPen(m_theme.color(Role::Accent), 2));
    painter.drawRect(framed & QRectF(rect()).adjusted(1, 1, -1, -1));
    painter.setPen(QPen(m_theme.color(Role::Control), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void Minimap::goTo(QPointF position)
{
    m_view.showPoint(position / mapScale());
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        goTo(event->position());
}

} // namespace app::graph
