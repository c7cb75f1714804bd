// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphview.h"

#include "graphaccessible.h"
#include "tiles.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using style::Role;

namespace {

constexpr auto frame = 33ms;

} // namespace

GraphView::GraphView(QWidget *parent)
    : QWidget(parent)
{
    GraphAccessible::offer();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_clock.start();
    m_frames.setInterval(frame);
    connect(&m_frames, &QTimer::timeout, this, &GraphView::advance);
}

void GraphView::setScene(GraphScene scene)
{
    m_scene = std::move(scene);
    std::vector<QPainterPath> paths;
    for (size_t edge = 0; edge < m_scene.layout().edges.size(); ++edge)
        paths.push_back(m_scene.path(edge));
    m_dots.setPaths(paths);
    m_placed.clear();
    m_attention.hovered.reset();
    m_viewport.setPicture(m_scene.layout().size);
    m_viewport.setPlace(size());
    redraw();
    GraphAccessible::childrenChanged(*this);
}

void GraphView::setVitality(const Vitality &vitality)
{
    if (vitality == m_vitality)
        return;
    m_vitality = vitality;
    redraw();
}

void GraphView::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    redraw();
}

void GraphView::setSelected(const std::optional<Target> &target)
{
    if (m_attention.selected == target)
        return;
    m_attention.selected = target;
    if (target.has_value())
        m_viewport.reveal(m_scene.boxOf(*target));
    redraw();
    GraphAccessible::selectionChanged(*this);
}

void GraphView::setThreatened(const QSet<NodeId> &nodes)
{
    if (m_attention.threatened == nodes)
        return;
    m_attention.threatened = nodes;
    redraw();
}

void GraphView::addTraffic(const std::vector<RequestDots::Traffic> &traffic, RequestDots::Moment period)
{
    if (!isVisible())
        return;
    for (const auto &link : traffic)
        m_dots.depart(link, now(), period);
    if (m_dots.count() > 0 && !m_frames.isActive())
        m_frames.start();
}

void GraphView::advance()
{
    const auto toWidget = transform();
    m_placed = m_dots.at(now());
    if (m_dots.count() == 0)
        m_frames.stop();
    const double reach = DotSprites::reach * toWidget.m11() + 1;
    Tiles tiles(size());
    for (const auto &dot : m_placed) {
        const QPointF at = toWidget.map(dot.position);
        tiles.touch({at - QPointF(reach, reach), at + QPointF(reach, reach)});
    }
    const QRegion before = std::exchange(m_dotted, tiles.region());
    update(before + m_dotted);
}

RequestDots::Moment GraphView::now() const
{
    return std::chrono::milliseconds(m_clock.elapsed());
}

void GraphView::redraw()
{
    m_still.invalidate();
    update();
}

void GraphView::paintEvent(QPaintEvent *event)
{
    m_still.prepare({m_scene, m_vitality, m_attention, m_theme, font()}, transform(), size(),
                    devicePixelRatioF());
    QPainter painter(this);
    m_still.paint(painter, event->region());
    if (m_scene.isEmpty()) {
        painter.setPen(m_theme.color(Role::SubtleText));
        painter.drawText(rect(), Qt::AlignCenter, tr("Arranging the picture…"));
        return;
    }
    if (hasFocus() && m_showsFocus) {
        painter.setPen(QPen(m_theme.color(Role::Accent), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const auto toWidget = transform();
    m_sprites.prepare(m_theme, toWidget.m11(), devicePixelRatioF());
    m_sprites.paint(painter, toWidget, m_placed);
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_viewport.setPlace(size());
    if (m_attention.selected.has_value())
        m_viewport.reveal(m_scene.boxOf(*m_attention.selected));
    redraw();
    Q_EMIT resized();
}

void GraphView::hover(const std::optional<Target> &target)
{
    if (m_attention.hovered == target)
        return;
    m_attention.hovered = target;
    setCursor(target.has_value() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    redraw();
}

bool GraphView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto target = targetAt(help->pos());
        QToolTip::showText(help->globalPos(), target.has_value() ? toolTipOf(*target) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

QString GraphView::nameOf(const Target &target) const
{
    const auto &captions = m_scene.captions();
    if (target.callee.has_value())
        return tr("Calls from %1 to %2, %3")
            .arg(m_scene.title({target.node, {}}), m_scene.title({*target.callee, {}}), captions.fleet);
    const auto pips = m_vitality.nodes.value(target.node).pips;
    QStringList parts{m_scene.title(target)};
    if (target.module.has_value())
        parts << tr("module of %1").arg(m_scene.title({target.node, {}}));
    if (target.node.kind == model::layout::NodeKind::Topic)
        parts << tr("topic");
    parts << captions.fleet;
    if (target.node.kind == model::layout::NodeKind::Unit)
        parts << tr("%1 of %2 instances up")
                     .arg(std::ranges::count(pips, Health::Good))
                     .arg(static_cast<int>(pips.size()));
    return parts.join(u", "_s);
}

QString GraphView::stateOf(const Target &target) const
{
    if (target.callee.has_value())
        return m_vitality.calls.value({target.node, *target.callee});
    const auto live = target.module.has_value() && m_vitality.modules.contains(*target.module)
        ? m_vitality.modules.value(*target.module)
        : m_vitality.nodes.value(target.node);
    const QString measured
        = live.reason.isEmpty() || (live.badges > 0 && !live.isDown) ? live.figures : live.reason;
    return (QStringList(live.details) << measured).join(u"; "_s);
}

QString GraphView::toolTipOf(const Target &target) const
{
    const auto &captions = m_scene.captions();
    const auto words = stateOf(target);
    const auto team = target.module.has_value() ? captions.modules.value(*target.module).teamTitle
                                                : captions.nodes.value(target.node).teamTitle;
    QStringList lines{m_scene.title(target)};
    if (!team.isEmpty() && !target.callee.has_value())
        lines << tr("Team %1").arg(team);
    if (!words.isEmpty())
        lines << tr("%1, measured").arg(words);
    return lines.join(u'\n');
}

void GraphView::hideEvent(QHideEvent *event)
{
    m_frames.stop();
    m_dots.clear();
    m_placed.clear();
    QWidget::hideEvent(event);
}

} // namespace app::graph
