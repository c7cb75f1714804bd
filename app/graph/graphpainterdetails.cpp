// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is drawn inside a unit and on a line.

#include "graphpaintersubject.h"

#include <QFontMetricsF>
#include <QPainter>

namespace app::graph {

using style::Role;
using wording::roleOf;

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
    text({inner.left(), inner.top() + half, inner.width(), half}, live.reason, colorOf(live.health), smaller,
         Qt::AlignLeft | Qt::AlignVCenter);
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
    constexpr double width = 18;
    constexpr double height = 10;
    const bool speaks = !queue.words.isEmpty();
    const QColor color = m_theme.color(queue.health == Health::Good ? Role::Accent : roleOf(queue.health));
    QRectF tray(at.x() - width / 2, at.y() - height / 2, width, height);
    if (speaks) {
        const double words = QFontMetricsF(m_lettering.small()).horizontalAdvance(queue.words);
        const QRectF pill(at.x() - (width + words + 18) / 2, at.y() - 9, width + words + 18, 18);
        m_painter.setPen(QPen(color, 1.2));
        m_painter.setBrush(m_theme.color(queue.health == Health::Bad ? Role::BadFill : Role::WarningFill));
        m_painter.drawRoundedRect(pill, 9, 9);
        tray.moveLeft(pill.left() + 7);
        text(pill.adjusted(width + 12, 0, -2, 0), queue.words, color, m_lettering.small(),
             Qt::AlignLeft | Qt::AlignVCenter);
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(Role::Canvas));
    m_painter.drawRoundedRect(tray, 2, 2);
    m_painter.setBrush(color);
    m_painter.drawRect(QRectF(tray.left() + 1.5, tray.top() + 1.5, (width - 3) * queue.fill, height - 3));
    m_painter.setPen(QPen(speaks ? color : m_theme.color(Role::Border), 1.1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(tray, 2, 2);
}

} // namespace app::graph
