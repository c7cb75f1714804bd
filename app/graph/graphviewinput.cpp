// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does to a GraphView: with the mouse, with the keyboard, by a screen reader.

#include "graphview.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace app::graph {

std::optional<Target> GraphView::targetAt(QPointF position) const
{
    bool invertible = false;
    const QTransform back = transform().inverted(&invertible);
    return invertible ? m_scene.targetAt(back.map(position)) : std::nullopt;
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

void GraphView::mousePressEvent(QMouseEvent *event)
{
    m_dragged = event->position();
    m_showsFocus = false;
    const auto target = targetAt(event->position());
    if (target.has_value())
        choose(*target);
    else
        leaveSelection();
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && m_viewport.isMovable()) {
        m_viewport.moveBy(event->position() - std::exchange(m_dragged, event->position()));
        redraw();
        return;
    }
    hover(targetAt(event->position()));
}

void GraphView::leaveEvent(QEvent *event)
{
    hover({});
    QWidget::leaveEvent(event);
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Mouse)
        return actOnSelected();
    const auto target = targetAt(event->pos());
    if (!target.has_value())
        return;
    choose(*target);
    Q_EMIT verbsWanted(*target, event->globalPos());
}

void GraphView::walk(QPointF direction)
{
    const auto all = m_scene.all();
    if (all.empty())
        return;
    const bool known
        = m_attention.selected.has_value() && std::ranges::find(all, *m_attention.selected) != all.end();
    choose(known ? m_scene.neighbour(*m_attention.selected, direction) : all.front());
}

void GraphView::walkLines(int step)
{
    if (!m_attention.selected.has_value())
        return walk({0, 1});
    const auto &selected = *m_attention.selected;
    const bool goesOn
        = selected.callee.has_value() && (m_walked == selected.node || m_walked == selected.callee);
    if (!goesOn)
        m_walked = selected.node;
    const auto lines = m_scene.linesOf(m_walked);
    if (lines.empty())
        return;
    const auto count = std::ssize(lines);
    const auto at = std::ranges::find(lines, selected) - lines.begin();
    if (at == count)
        return choose(step > 0 ? lines.front() : lines.back());
    choose(lines[static_cast<size_t>((at + step + count) % count)]);
}

void GraphView::actOnSelected()
{
    if (m_attention.selected.has_value())
        askForVerbs(*m_attention.selected);
    else
        walk({0, 1});
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return walk({-1, 0});
    case Qt::Key_Right:
        return walk({1, 0});
    case Qt::Key_Up:
        return walk({0, -1});
    case Qt::Key_Down:
        return walk({0, 1});
    case Qt::Key_C:
        return walkLines(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    case Qt::Key_Escape:
        return leaveSelection();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return actOnSelected();
    default:
        QWidget::keyPressEvent(event);
    }
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
}

} // namespace app::graph
