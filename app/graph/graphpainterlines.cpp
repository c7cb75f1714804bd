// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lines of a picture, and the signs on them.

#include "graphpaintersubject.h"

#include <QPainter>

namespace app::graph {

using model::layout::EdgeKind;
using style::Role;

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
    const bool isWell = !isTroubled(health); // else it shows by its width, too
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
        paintSign(troubleSign(scene.path(edge).pointAtPercent(placeOfTrouble), trouble, m_theme));
    if (breaker != BreakerState::Closed)
        paintSign(breakerSign(scene.path(edge).pointAtPercent(placeOfBreaker(trouble)), breaker, m_theme));
    if (queue != subject.vitality.queues.cend() && queue->isSeen()
        && (!isMap || queue->health != Health::Good))
        paintQueue(scene.path(edge).pointAtPercent(placeOfQueue), *queue);
    if (m_theme.isStill() && subject.frame.detail == Detail::Full && queue == subject.vitality.queues.cend())
        paintRate(scene, edge, subject.vitality.calls.value(id));
}

void GraphPainter::paintEdge(const PlacedEdge &edge, const QPainterPath &path, Health health)
{
    using Dashes = LineShape::Dashes;
    const auto line = lineShape(edge.kind, health, m_theme);
    QPen pen(line.color, line.width);
    if (edge.kind == EdgeKind::Event)
        pen.setCapStyle(Qt::RoundCap);
    if (line.dashes == Dashes::Dots)
        pen.setStyle(Qt::DotLine);
    else if (line.dashes != Dashes::None)
        pen.setDashPattern(line.dashes == Dashes::Long ? QList<qreal>{9, 3} : QList<qreal>{3, 2.5});
    m_painter.strokePath(path, pen);
    const auto head = edge.kind != EdgeKind::Storage ? arrowHead(edge) : std::nullopt;
    if (!head.has_value())
        return;
    dip({line.color, {}});
    m_painter.drawPolygon(head->data(), static_cast<int>(head->size()));
}

} // namespace app::graph
