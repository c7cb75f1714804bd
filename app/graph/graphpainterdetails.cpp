// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is drawn inside a unit and on a line.

#include "graphpaintersubject.h"

#include <QFontMetricsF>
#include <QPainter>

namespace app::graph {

using style::Role;

void GraphPainter::paintModules(const PlacedNode &node,
                                const Captions &captions,
                                const Vitality &vitality,
                                const Attention &attention)
{
    const auto unitHealth = vitality.nodes.value(node.id).health;
    for (const auto &module : node.modules) {
        const Target target{node.id, module.id};
        const bool selected = attention.selected == target;
        auto live = vitality.modules.value(module.id);
        if (unitHealth == Health::Bad)
            live.health = Health::Bad;
        auto shape = moduleShape(module.box, live, m_theme);
        if (selected)
            shape.ink = {shape.ink.fill, m_theme.color(Role::Accent), 2};
        else if (attention.hovered == target && live.reason.isEmpty())
            shape.ink.line = m_theme.color(Role::SubtleText);
        paint(shape);
        if (attention.isFound(target)) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(m_theme.color(Role::Accent), 2 * m_theme.strokes(), Qt::DotLine));
            m_painter.drawRoundedRect(module.box.adjusted(-2, -2, 2, 2), 7, 7);
        }
        paintThreat(threatRings(shape, clearOfModule, attention.threats.of(target), m_theme));
        paintModule(module, captions.modules.value(module.id), live);
    }
}

void GraphPainter::paintModule(const model::layout::PlacedModule &module,
                               const Captions::Text &caption,
                               const NodeVitality &live)
{
    paintTeam(caption.team, module.box, teamOfModule);
    const QRectF inner = module.box.adjusted(10, 0, -4, 0);
    if (live.reason.isEmpty()) {
        text(inner, caption.title, m_theme.color(live.health == Health::Bad ? Role::SubtleText : Role::Text),
             m_lettering.small(), Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    const double half = inner.height() / 2;
    const QFont &font = m_lettering.small();
    QFont smaller = font;
    smaller.setPixelSize(9);
    text({inner.left(), inner.top(), inner.width(), half + 2}, caption.title, m_theme.color(Role::Text), font,
         Qt::AlignLeft | Qt::AlignVCenter);
    text({inner.left(), inner.top() + half, inner.width(), half}, reasonWithin(inner.width(), live, smaller),
         colorOf(live.health), smaller, Qt::AlignLeft | Qt::AlignVCenter);
}

void GraphPainter::paintHalo(const QPainterPath &path, bool selected)
{
    QColor color = m_theme.color(selected ? Role::Accent : Role::SubtleText);
    color.setAlphaF(selected ? 0.45f : 0.25f);
    m_painter.strokePath(path, QPen(color, selected ? 8 : 6, Qt::SolidLine, Qt::RoundCap));
}

void GraphPainter::paintSign(const LineSign &sign)
{
    dip(sign.ring);
    m_painter.drawEllipse(sign.at, sign.radius, sign.radius);
    m_painter.setPen(QPen(sign.ring.line, sign.width, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawLines(sign.strokes.data(), sign.count);
}

void GraphPainter::paintQueue(QPointF at, const QueueSign &queue)
{
    QPointF middle = at;
    if (!queue.words.isEmpty()) {
        const double words = QFontMetricsF(m_lettering.small()).horizontalAdvance(queue.words);
        const auto pill = queuePill(at, words, queue, m_theme);
        paint(pill.ground);
        text(pill.words, queue.words, queueColor(queue, m_theme), m_lettering.small(),
             Qt::AlignLeft | Qt::AlignVCenter);
        middle = pill.tray;
    }
    for (const auto &part : trayShape(middle, queue, m_theme))
        paint(part);
}

} // namespace app::graph
