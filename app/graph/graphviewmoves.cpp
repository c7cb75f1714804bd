// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a GraphView shows of its picture, and how the picture gets from one arrangement to another.

#include "graphview.h"
#include "minimap.h"

#include <utility>

namespace app::graph {

namespace {

constexpr size_t mostTravellers = 150; // nodes; more, and each step of the way takes too long

} // namespace

void GraphView::changeScene(GraphScene scene)
{
    const QSizeF before = m_scene.layout().size;
    const auto *anchor = m_scene.layout().nodes.empty() ? nullptr : &m_scene.layout().nodes.front();
    const auto *anchored = anchor != nullptr ? scene.node(anchor->id) : nullptr;
    const QPointF shift = anchored != nullptr ? anchored->box.center() - anchor->box.center() : QPointF();
    const bool travels = m_theme.change().count() > 0 && isVisible() && !m_scene.isEmpty()
        && scene.layout().nodes.size() <= mostTravellers;
    if (before.isEmpty())
        return setScene(std::move(scene));
    m_viewport.growPicture(scene.layout().size, shift);
    if (travels) {
        m_transition.start(m_scene, std::move(scene), now(), m_theme.change());
        m_frames.start();
        return travel();
    }
    m_transition.stop();
    take(std::move(scene));
    lookElsewhere();
}

void GraphView::travel()
{
    if (!m_transition.isRunning())
        return;
    take(m_transition.at(now()));
    lookElsewhere();
}

void GraphView::focusOn(const std::optional<NodeId> &node)
{
    if (m_focused == node)
        return;
    m_focused = node;
    m_attention.focus = node.has_value() ? m_scene.neighbourhood(*node) : QSet<NodeId>();
    redraw();
    if (node.has_value())
        m_viewport.showBox(m_scene.boxAround(m_attention.focus));
    else
        m_viewport.goHome();
    lookElsewhere();
    Q_EMIT focusChanged(node);
}

void GraphView::lookElsewhere()
{
    const auto before = std::exchange(m_seenBefore, transform());
    if (before != m_seenBefore)
        hover({}); // what the mouse is on now is known when it moves
    m_map->follow();
    update();
    Q_EMIT viewChanged();
}

void GraphView::zoomAt(double factor, QPointF position)
{
    m_viewport.zoomBy(factor, position);
    lookElsewhere();
}

void GraphView::zoomBy(double factor)
{
    const bool isSelectedSeen = m_attention.selected.has_value()
        && m_viewport.seen().intersects(m_scene.boxOf(*m_attention.selected));
    const QPointF middle = isSelectedSeen ? transform().map(m_scene.boxOf(*m_attention.selected).center())
                                          : QPointF(width() / 2.0, height() / 2.0);
    zoomAt(factor, middle);
}

void GraphView::goHome()
{
    m_viewport.goHome();
    lookElsewhere();
}

void GraphView::reveal(const Target &target)
{
    reveal(m_scene.boxOf(target));
}

void GraphView::reveal(const QRectF &box)
{
    m_viewport.reveal(box);
    lookElsewhere();
}

void GraphView::moveBy(QPointF distance)
{
    m_viewport.moveBy(distance);
    lookElsewhere();
}

void GraphView::showPoint(QPointF point)
{
    moveBy(QPointF(width() / 2.0, height() / 2.0) - transform().map(point));
}

void GraphView::setLargestScale(double scale)
{
    m_viewport.setLargestScale(scale);
    lookElsewhere();
}

} // namespace app::graph
