// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does to a GraphView: with the mouse, with the keyboard, by a screen reader.

#include "graphview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>

#include <cmath>

namespace app::graph {

namespace {

constexpr double zoomStep = 1.25; // of a notch of the wheel
constexpr double notch = 120; // eighths of a degree, as Qt counts

} // namespace

QPointF GraphView::toPicture(QPointF position) const
{
    bool invertible = false;
    const QTransform back = transform().inverted(&invertible);
    return invertible ? back.map(position) : QPointF();
}

std::optional<Target> GraphView::targetAt(QPointF position) const
{
    return transform().isInvertible() ? m_scene.targetAt(toPicture(position)) : std::nullopt;
}

void GraphView::choose(const Target &target)
{
    setSelected(target);
    Q_EMIT chosen(target);
}

void GraphView::askForVerbs(const Target &target)
{
    choose(target);
    const QPointF bottom = m_scene.boxOf(target).bottomLeft();
    Q_EMIT verbsWanted(target, mapToGlobal(transform().map(bottom).toPoint()));
}

void GraphView::leaveSelection()
{
    setSelected({});
    Q_EMIT chosenNothing();
}

void GraphView::hover(const std::optional<Target> &target)
{
    if (m_attention.hovered == target)
        return;
    const auto before = std::exchange(m_attention.hovered, target);
    setCursor(target.has_value() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    redraw({before, target});
    if (target.has_value())
        m_pointing.start();
    else
        Q_EMIT pointedAt({}, {});
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    m_showsFocus = false;
    m_pointing.stop();
    m_drag = Drag{event->position(), event->position(), {}};
    if (event->button() == Qt::MiddleButton)
        return;
    const QPointF at = toPicture(event->position());
    const auto *node = event->button() == Qt::LeftButton && !m_scene.isEmpty() ? m_scene.nodeAt(at) : nullptr;
    if (node != nullptr) {
        m_drag->node = node->id;
        m_drag->grip = at - node->box.center();
    }
    const auto target = targetAt(event->position());
    if (target.has_value())
        choose(*target);
    else if (node == nullptr)
        leaveSelection();
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag.has_value() && (event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) != 0)
        drag(event->position());
    else
        hover(targetAt(event->position()));
}

void GraphView::drag(QPointF position)
{
    if (!m_drag->isMoving) {
        const double way = (position - m_drag->pressed).manhattanLength();
        const bool canMove = m_drag->node.has_value() || m_viewport.isMovable();
        if (!canMove || way < QApplication::startDragDistance())
            return;
        m_drag->isMoving = true;
        hover({});
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_drag->node.has_value())
        dragNode(position);
    else
        moveBy(position - std::exchange(m_drag->last, position));
}

void GraphView::dragNode(QPointF position)
{
    m_transition.stop();
    take(m_scene.withNodeAt(*m_drag->node, toPicture(position) - m_drag->grip));
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto done = std::exchange(m_drag, std::nullopt);
    if (done.has_value() && done->isMoving) {
        setCursor(Qt::ArrowCursor);
        const auto *node = done->node.has_value() ? m_scene.node(*done->node) : nullptr;
        if (node != nullptr)
            Q_EMIT placed(*done->node, node->box.center(), false);
    }
    QWidget::mouseReleaseEvent(event);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto target = targetAt(event->position());
    if (target.has_value() && !target->callee.has_value())
        focusOn(m_focused == target->node ? std::nullopt : std::optional(target->node));
    else if (m_focused.has_value())
        focusOn({});
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    const bool isFinger = !event->pixelDelta().isNull() && !event->modifiers().testFlag(Qt::ControlModifier);
    if (isFinger)
        moveBy(event->pixelDelta());
    else
        zoomAt(std::pow(zoomStep, event->angleDelta().y() / notch), event->position());
    event->accept();
}

void GraphView::leaveEvent(QEvent *event)
{
    m_pointing.stop();
    hover({});
    QWidget::leaveEvent(event);
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Mouse)
        return actOnSelected();
    m_drag.reset();
    const auto target = targetAt(event->pos());
    if (!target.has_value())
        return;
    choose(*target);
    Q_EMIT verbsWanted(*target, event->globalPos());
}

} // namespace app::graph
