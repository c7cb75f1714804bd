// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lines of a picture, and the signs on them.

#include "graphpaintersubject.h"

#include <QPainter>

#include <cmath>

namespace app::graph {

using model::layout::EdgeKind;
using style::Role;

namespace {

constexpr double placeOfQueue = 0.6; // of the way from the topic to who consumes it

} // namespace

void GraphPainter::paintLines(const Subject &subject)
{
    const auto &scene = subject.scene;
    std::vector<size_t> seen; // perhaps only what stands on them
    for (size_t edge = 0; edge < scene.layout().edges.size(); ++edge) {
        if (scene.isShown(edge) && subject.isSeen(scene.bounds(edge)))
            seen.push_back(edge);
    }
    for (const size_t edge : seen) {
        if (!subject.isLineSeen(edge))
            continue;
        m_painter.setOpacity(subject.opacityOf(edge));
        paintLine(subject, edge);
    }
    for (const size_t edge : seen) {
        m_painter.setOpacity(subject.opacityOf(edge));
        paintSigns(subject, edge);
    }
}

void GraphPainter::paintLine(const Subject &subject, size_t edge)
{
    const auto &placed = subject.scene.layout().edges[edge];
    const Target line{placed.from, {}, placed.to};
    const bool isSelected = subject.attention.selected == line;
    const bool isHovered = subject.attention.hovered == line;
    if (isSelected || isHovered)
        paintHalo(subject.scene.path(edge), isSelected);
    const Health health = subject.vitality.healthOf(subject.scene.edgeId(edge));
    if (subject.frame.detail != Detail::Blocks)
        return paintEdge(placed, subject.scene.path(edge), health);
    const bool isWell
        = health != Health::Bad && health != Health::Degraded; // else it shows by its width, too
    QPen pen(isWell ? m_theme.color(placed.kind == EdgeKind::Event ? Role::Accent : Role::Neutral)
                    : colorOf(health),
             isWell ? 1 : 3);
    pen.setCosmetic(true);
    m_painter.setRenderHint(QPainter::Antialiasing, !isWell);
    m_painter.setOpacity(m_painter.opacity() * (isWell ? 0.45 : 1));
    m_painter.setPen(pen);
    m_painter.drawPolyline(subject.scene.course(edge));
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void GraphPainter::paintSigns(const Subject &subject, size_t edge)
{
    const auto &scene = subject.scene;
    const auto id = scene.edgeId(edge);
    const auto trouble = subject.vitality.lines.value(id);
    const auto breaker = subject.vitality.breakers.value(id);
    const auto queue = subject.vitality.queues.constFind(id);
    const bool isMap = subject.frame.detail == Detail::Blocks;
    if (trouble != LineTrouble::None)
        paintTrouble(scene.path(edge), trouble);
    if (breaker != BreakerState::Closed)
        paintBreaker(scene.path(edge).pointAtPercent(trouble == LineTrouble::None ? 0.5 : 0.75), breaker);
    if (queue != subject.vitality.queues.cend() && queue->isSeen()
        && (!isMap || queue->health != Health::Good))
        paintQueue(scene.path(edge).pointAtPercent(placeOfQueue), *queue);
    if (m_theme.isStill() && subject.frame.detail == Detail::Full && queue == subject.vitality.queues.cend())
        paintRate(scene, edge, subject.vitality.calls.value(id));
}

void GraphPainter::paintEdge(const PlacedEdge &edge, const QPainterPath &path, Health health)
{
    QPen pen(m_theme.color(Role::Border), 1.2);
    if (edge.kind == EdgeKind::Event)
        pen = QPen(m_theme.color(Role::Accent), 1.6, Qt::DotLine, Qt::RoundCap);
    else if (edge.kind != EdgeKind::Storage)
        pen = QPen(colorOf(health), (edge.kind == EdgeKind::Required ? 1.7 : 1.1) * m_theme.strokes());
    if (health == Health::Bad && edge.kind != EdgeKind::Storage) {
        pen.setColor(m_theme.color(Role::Bad));
        pen.setDashPattern({3, 2.5});
    } else if (health == Health::Degraded && edge.kind != EdgeKind::Storage) {
        pen.setColor(m_theme.color(Role::Warning));
        pen.setDashPattern({9, 3}); // told apart by more than its colour
    }
    m_painter.strokePath(path, pen);
    if (edge.kind != EdgeKind::Storage)
        paintArrow(edge, pen.color());
}

void GraphPainter::paintArrow(const PlacedEdge &edge, const QColor &color)
{
    if (edge.curve.size() < 4)
        return;
    const QPointF tip = edge.curve.back();
    const QPointF way = tip - edge.curve[edge.curve.size() - 2];
    const double length = std::hypot(way.x(), way.y());
    if (length < 0.01)
        return;
    const QPointF ahead = way / length;
    const QPointF aside(-ahead.y(), ahead.x());
    const QPolygonF head{tip, tip - ahead * 6 + aside * 3, tip - ahead * 6 - aside * 3};
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawPolygon(head);
}

} // namespace app::graph
