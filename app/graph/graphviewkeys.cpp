// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the keyboard does in a GraphView.

#include "graphview.h"

#include <QKeyEvent>

#include <algorithm>

namespace app::graph {

namespace {

constexpr double nearer = 1.25;
constexpr double step = 8; // of the layout's pixels, that a node is put aside

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

void GraphView::walk(QPointF direction)
{
    const auto &all = m_scene.all();
    if (all.empty())
        return;
    const bool known
        = m_attention.selected.has_value() && std::ranges::find(all, *m_attention.selected) != all.end();
    const Target next = known ? m_scene.neighbour(*m_attention.selected, direction) : all.front();
    choose(next);
}

void GraphView::walkLines(int by)
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
        return choose(by > 0 ? lines.front() : lines.back());
    choose(lines[static_cast<size_t>((at + by + count) % count)]);
}

void GraphView::actOnSelected()
{
    if (m_attention.selected.has_value())
        askForVerbs(*m_attention.selected);
    else
        walk({0, 1});
}

bool GraphView::zoomByKey(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(nearer);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / nearer);
        return true;
    case Qt::Key_0:
        goHome();
        return true;
    default:
        return false;
    }
}

// Alt and an arrow put the selected node aside; P pins it, N looks at its neighbourhood.
bool GraphView::placeByKey(const QKeyEvent &event)
{
    const QPointF direction = directionOf(event.key());
    const bool places = event.modifiers().testFlag(Qt::AltModifier) && !direction.isNull();
    const bool isKey = places || event.key() == Qt::Key_P || event.key() == Qt::Key_N;
    if (!isKey || !m_attention.selected.has_value() || m_attention.selected->callee.has_value())
        return isKey;
    const NodeId id = m_attention.selected->node;
    const auto *node = m_scene.node(id);
    if (node == nullptr)
        return true;
    if (places)
        Q_EMIT placed(id, node->box.center() + direction * step, true);
    else if (event.key() == Qt::Key_P)
        Q_EMIT pinWanted(id);
    else
        focusOn(m_focused == id ? std::nullopt : std::optional(id));
    return true;
}

bool GraphView::walkByKey(int key)
{
    const QPointF direction = directionOf(key);
    if (!direction.isNull())
        walk(direction);
    return !direction.isNull();
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const bool isOurs = (event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier)) == 0;
    if (isOurs && (placeByKey(*event) || zoomByKey(event->key()) || walkByKey(event->key())))
        return;
    switch (event->key()) {
    case Qt::Key_C:
        return walkLines(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    case Qt::Key_Escape:
        if (!m_focused.has_value() && !m_attention.selected.has_value())
            event->ignore(); // whoever is around has something to leave, perhaps
        return m_focused.has_value() ? focusOn({}) : leaveSelection();
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
