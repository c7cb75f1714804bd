// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphview.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using style::Role;

namespace {

constexpr double largestScale = 1.35; // a small system does not become a poster
constexpr auto frame = 33ms;

} // namespace

GraphView::GraphView(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_clock.start();
    m_frames.setInterval(frame);
    connect(&m_frames, &QTimer::timeout, this, &GraphView::animate);
}

void GraphView::setScene(GraphScene scene)
{
    m_scene = std::move(scene);
    std::vector<QPainterPath> paths;
    for (size_t edge = 0; edge < m_scene.layout().edges.size(); ++edge)
        paths.push_back(m_scene.path(edge));
    m_dots.setPaths(paths);
    m_attention.hovered.reset();
    redraw();
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
    redraw();
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
    if (!isVisible() || !m_animated)
        return;
    for (const auto &link : traffic)
        m_dots.depart(link, now(), period);
    if (m_dots.count() > 0 && !m_frames.isActive())
        m_frames.start();
}

void GraphView::setAnimated(bool animated)
{
    m_animated = animated;
    if (!animated)
        m_dots.clear();
    update();
}

void GraphView::animate()
{
    if (m_dots.count() == 0)
        m_frames.stop();
    update();
}

RequestDots::Moment GraphView::now() const
{
    return std::chrono::milliseconds(m_clock.elapsed());
}

QTransform GraphView::transform() const
{
    const QSizeF size = m_scene.layout().size;
    if (size.isEmpty())
        return {};
    const double scale = std::min({width() / size.width(), height() / size.height(), largestScale});
    QTransform transform;
    transform.translate((width() - size.width() * scale) / 2, (height() - size.height() * scale) / 2);
    transform.scale(scale, scale);
    return transform;
}

void GraphView::redraw()
{
    m_stillIsStale = true;
    update();
}

void GraphView::renderStill()
{
    const double ratio = devicePixelRatioF();
    if (m_still.size() != size() * ratio) {
        m_still = QPixmap(size() * ratio);
        m_still.setDevicePixelRatio(ratio);
    }
    m_still.fill(m_theme.color(Role::Canvas));
    QPainter painter(&m_still);
    painter.setTransform(transform(), true);
    GraphPainter(painter, m_theme, font()).paintScene(m_scene, m_vitality, m_attention);
    m_stillIsStale = false;
}

void GraphView::paintEvent(QPaintEvent *event)
{
    if (m_stillIsStale)
        renderStill();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    if (m_scene.isEmpty()) {
        painter.setPen(m_theme.color(Role::SubtleText));
        painter.drawText(rect(), Qt::AlignCenter, tr("Arranging the picture…"));
        return;
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Role::Accent), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.setTransform(transform(), true);
    GraphPainter(painter, m_theme, font()).paintDots(m_dots.at(now()));
    QWidget::paintEvent(event);
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    redraw();
    Q_EMIT resized();
}

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

void GraphView::mousePressEvent(QMouseEvent *event)
{
    const auto target = targetAt(event->position());
    if (target.has_value()) {
        choose(*target);
    } else {
        setSelected({});
        Q_EMIT chosenNothing();
    }
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    hover(targetAt(event->position()));
}

void GraphView::leaveEvent(QEvent *event)
{
    hover({});
    QWidget::leaveEvent(event);
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

QString GraphView::toolTipOf(const Target &target) const
{
    const auto live = m_vitality.nodes.value(target.node);
    const auto words = live.reason.isEmpty() ? live.figures : live.reason;
    const auto team = target.module.has_value() ? m_scene.captions().modules.value(*target.module).teamTitle
                                                : m_scene.captions().nodes.value(target.node).teamTitle;
    QStringList lines{m_scene.title(target)};
    if (!team.isEmpty())
        lines << tr("Team %1").arg(team);
    if (!words.isEmpty())
        lines << words;
    return lines.join(u'\n');
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    std::optional<Target> target = m_attention.selected;
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        target = targetAt(event->pos());
    } else if (target.has_value()) {
        const QPointF bottom = m_scene.boxOf(*target).bottomLeft();
        position = mapToGlobal(transform().map(bottom).toPoint());
    }
    if (!target.has_value())
        return;
    choose(*target);
    Q_EMIT verbsWanted(*target, position);
}

void GraphView::walk(QPointF direction)
{
    const auto all = m_scene.targets();
    if (all.empty())
        return;
    const bool known
        = m_attention.selected.has_value() && std::ranges::find(all, *m_attention.selected) != all.end();
    choose(known ? m_scene.neighbour(*m_attention.selected, direction) : all.front());
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
    case Qt::Key_Escape:
        setSelected({});
        Q_EMIT chosenNothing();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_attention.selected.has_value()) {
            const QPointF bottom = m_scene.boxOf(*m_attention.selected).bottomLeft();
            Q_EMIT verbsWanted(*m_attention.selected, mapToGlobal(transform().map(bottom).toPoint()));
            return;
        }
        return walk({0, 1});
    default:
        QWidget::keyPressEvent(event);
    }
}

void GraphView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    redraw();
}

void GraphView::hideEvent(QHideEvent *event)
{
    m_frames.stop();
    m_dots.clear();
    QWidget::hideEvent(event);
}

} // namespace app::graph
