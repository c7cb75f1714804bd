// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphview.h"

#include "changes.h"
#include "graphaccessible.h"
#include "minimap.h"
#include "tiles.h"

#include <QPainter>

#include <algorithm>

namespace app::graph {

using namespace std::chrono_literals;
using style::Role;

namespace {

constexpr auto frame = 33ms;
constexpr auto resting = 350ms; // of the mouse, until it is taken to point at something
constexpr double smallestDot = 0.5; // of its usual size, however far away the picture is

} // namespace

GraphView::GraphView(QWidget *parent)
    : QWidget(parent)
    , m_map(new Minimap(*this))
{
    GraphAccessible::offer();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_clock.start();
    m_frames.setInterval(frame);
    connect(&m_frames, &QTimer::timeout, this, &GraphView::advance);
    m_pointing.setSingleShot(true);
    m_pointing.setInterval(resting);
    connect(&m_pointing, &QTimer::timeout, this, [this] {
        if (!m_drag.has_value() && m_attention.hovered.has_value())
            Q_EMIT pointedAt(m_attention.hovered, onScreen(*m_attention.hovered));
    });
}

void GraphView::setScene(GraphScene scene)
{
    m_transition.stop();
    take(std::move(scene));
    m_viewport.setPicture(m_scene.layout().size);
    m_viewport.setPlace(size());
    lookElsewhere();
}

void GraphView::take(GraphScene scene)
{
    const bool isSame = std::ranges::equal(
        scene.layout().edges, m_scene.layout().edges,
        [](const auto &one, const auto &other) { return one.from == other.from && one.to == other.to; });
    if (scene.shown() != m_scene.shown())
        scene.setShown(m_scene.shown());
    m_scene = std::move(scene);
    setDotPaths(isSame);
    m_map->forget();
    m_attention.hovered.reset();
    if (m_focused.has_value())
        m_attention.focus = m_scene.neighbourhood(*m_focused);
    redraw();
    GraphAccessible::childrenChanged(*this);
}

void GraphView::setDotPaths(bool areSameLines)
{
    std::vector<QPainterPath> paths;
    for (size_t edge = 0; edge < m_scene.layout().edges.size(); ++edge)
        paths.push_back(m_scene.path(edge));
    if (areSameLines)
        return m_dots.changePaths(paths); // who is on the way goes on
    m_dots.setPaths(paths);
    m_placed.clear();
}

void GraphView::setShown(const Shown &shown)
{
    if (shown == m_scene.shown())
        return;
    m_scene.setShown(shown);
    if (m_attention.selected.has_value() && !m_scene.isShown(m_attention.selected->node))
        leaveSelection();
    m_map->forget();
    redraw();
    GraphAccessible::childrenChanged(*this);
}

void GraphView::setVitality(const Vitality &vitality)
{
    if (vitality == m_vitality)
        return;
    const auto changed
        = changesBetween(m_scene, m_vitality, vitality, m_viewport.detail(), m_theme.isStill());
    m_vitality = vitality;
    redraw(changed);
}

void GraphView::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    if (m_theme.isStill()) {
        m_dots.clear();
        m_placed.clear();
    }
    m_map->setTheme(theme);
    redraw();
}

void GraphView::setSelected(const std::optional<Target> &target)
{
    if (m_attention.selected == target)
        return;
    const auto before = std::exchange(m_attention.selected, target);
    redraw({before, target});
    if (target.has_value())
        reveal(*target);
    GraphAccessible::selectionChanged(*this);
}

void GraphView::setThreatened(const Threats &threats)
{
    if (std::exchange(m_attention.threats, threats) != threats)
        redraw();
}

void GraphView::setFound(const std::vector<Target> &targets)
{
    if (std::exchange(m_attention.found, targets) != targets)
        redraw();
}

void GraphView::setPinned(const QSet<NodeId> &nodes)
{
    if (std::exchange(m_attention.pinned, nodes) != nodes)
        redraw();
}

void GraphView::addTraffic(const std::vector<RequestDots::Traffic> &traffic, RequestDots::Moment period)
{
    if (!isVisible() || m_theme.isStill())
        return;
    for (const auto &link : traffic) {
        if (m_scene.isShown(link.edge))
            m_dots.depart(link, now(), period);
    }
    if (m_dots.count() > 0 && !m_frames.isActive())
        m_frames.start();
}

void GraphView::advance()
{
    travel();
    const auto toWidget = transform();
    m_placed = m_dots.at(now());
    if (m_dots.count() == 0 && !m_transition.isRunning())
        m_frames.stop();
    const double reach = DotSprites::reach * std::max(toWidget.m11(), smallestDot) + 1;
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

void GraphView::redraw(const std::vector<std::optional<Target>> &targets)
{
    std::vector<QRectF> boxes;
    for (const auto &target : targets) {
        if (!target.has_value())
            continue;
        boxes.push_back(m_scene.boxOf(*target));
        for (size_t edge = 0; target->callee.has_value() && edge < m_scene.layout().edges.size(); ++edge) {
            if (m_scene.edgeId(edge) == EdgeId{target->node, *target->callee})
                boxes.push_back(m_scene.bounds(edge));
        }
    }
    redraw(boxes);
}

void GraphView::redraw(const std::vector<QRectF> &boxes)
{
    for (const auto &box : boxes)
        m_still.invalidate(box);
    if (!boxes.empty())
        update();
}

void GraphView::paintEvent(QPaintEvent *event)
{
    const auto toWidget = transform();
    m_still.prepare({m_scene, m_vitality, m_attention, m_theme, font(), m_viewport.detail()}, toWidget,
                    size(), devicePixelRatioF());
    if (!m_still.isComplete())
        update(); // the rest, with the next frame
    QPainter painter(this);
    m_still.paint(painter, event->region());
    if (m_scene.isEmpty()) {
        painter.setPen(m_theme.color(Role::SubtleText));
        painter.drawText(rect(), Qt::AlignCenter, tr("Arranging the picture…"));
        return;
    }
    if (hasFocus() && m_showsFocus) {
        painter.setPen(QPen(m_theme.color(Role::Accent), m_theme.strokes()));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    m_sprites.prepare(m_theme, std::max(toWidget.m11(), smallestDot), devicePixelRatioF());
    m_sprites.paint(painter, toWidget, m_placed);
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_viewport.setPlace(size());
    redraw();
    lookElsewhere();
    Q_EMIT resized();
}

void GraphView::hideEvent(QHideEvent *event)
{
    m_frames.stop();
    m_dots.clear();
    m_placed.clear();
    m_pointing.stop();
    hover({});
    QWidget::hideEvent(event);
}

} // namespace app::graph
