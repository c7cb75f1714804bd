// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shapes of nodes: those that are not units, and what is left of any when it is seen from afar.

#include "graphpaintersubject.h"

#include <QFontMetricsF>
#include <QPainter>

namespace app::graph {

using model::layout::NodeKind;
using style::Role;

void GraphPainter::paintShoppers(const PlacedNode &node, const QString &title, const NodeVitality &vitality)
{
    paint(shoppersShape(node.box, m_theme));
    const QFont &font = m_lettering.small();
    text(node.box,
         vitality.reason.isEmpty() ? title : reasonWithin(node.box.width(), vitality.named(title), font),
         m_theme.color(Role::Text), font, Qt::AlignCenter);
}

void GraphPainter::paintTopic(const PlacedNode &node,
                              const QString &title,
                              const NodeVitality &vitality,
                              const Look &look)
{
    auto shape = topicShape(node.box, m_theme);
    if (look.selected || look.hovered)
        shape.ink.line = m_theme.color(Role::Accent);
    if (look.selected)
        shape.ink.width = 2;
    paint(shape);
    const QRectF inner = node.box.adjusted(8, 2, -8, -2);
    const double half = inner.height() / 2;
    const bool troubled = !vitality.reason.isEmpty();
    text({inner.left(), inner.top(), inner.width(), half}, title, m_theme.color(Role::Text),
         m_lettering.small(), Qt::AlignCenter);
    text({inner.left(), inner.top() + half, inner.width(), half},
         troubled ? reasonWithin(inner.width(), vitality, m_lettering.small()) : vitality.figures,
         troubled ? colorOf(vitality.health) : m_theme.color(Role::SubtleText), m_lettering.small(),
         Qt::AlignCenter);
}

void GraphPainter::paintStore(const PlacedNode &node, const QString &title)
{
    dip(storeInk(m_theme));
    m_painter.drawPath(cylinder(node.box));
    text(wordsOfStore(node.box), title, m_theme.color(Role::SubtleText), m_lettering.small(),
         Qt::AlignCenter);
}

void GraphPainter::paintTeam(std::optional<int> team, const QRectF &box, TeamShape shape)
{
    if (m_marksTeams && team.has_value())
        paint(shape(box, m_theme.team(*team)));
}

void GraphPainter::paintPin(const QRectF &box)
{
    const QPointF at = box.topRight() + QPointF(-9, 3);
    m_painter.setPen(QPen(m_theme.color(Role::SubtleText), 1.4, Qt::SolidLine, Qt::RoundCap));
    m_painter.setBrush(m_theme.color(Role::Window));
    m_painter.drawLine(at, at + QPointF(0, 7));
    m_painter.drawEllipse(at - QPointF(0, 2), 3.2, 3.2);
}

void GraphPainter::paintRate(const GraphScene &scene, size_t edge, const QString &words)
{
    const double width = QFontMetricsF(m_lettering.small()).horizontalAdvance(words) + 10;
    if (words.isEmpty() || !scene.hasRoomFor(edge, {width, 16}))
        return; // it would be hidden by a box
    const QPointF at = scene.path(edge).pointAtPercent(GraphScene::placeOfRate);
    const QRectF pill(at.x() - width / 2, at.y() - 8, width, 16);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(Role::Canvas));
    m_painter.drawRoundedRect(pill, 8, 8);
    text(pill, words, m_theme.color(Role::SubtleText), m_lettering.small(), Qt::AlignCenter);
}

void GraphPainter::paintBlock(const PlacedNode &node, const Captions &captions, const Look &look)
{
    const bool troubled = isTroubled(look.health);
    const auto team = captions.nodes.value(node.id).team;
    QColor ground = m_theme.color(node.id.kind == NodeKind::Topic ? Role::AccentFill : Role::Window);
    if (m_marksTeams && team.has_value() && !troubled)
        ground = m_theme.team(*team);
    QPen edge(m_theme.color(troubled           ? wording::roleOf(look.health)
                                : look.hovered ? Role::Text
                                               : Role::Control),
              troubled ? 2 : 1);
    edge.setCosmetic(true);
    m_painter.setPen(edge);
    m_painter.setBrush(
        troubled ? m_theme.color(look.health == Health::Bad ? Role::BadFill : Role::WarningFill) : ground);
    m_painter.drawRect(node.box);
    if (troubled) { // by shape, too: a diamond, or half of one
        const QPointF middle = node.box.center();
        const double reach = node.box.height() * 0.42;
        QPolygonF sign{middle + QPointF(0, -reach), middle + QPointF(reach, 0), middle + QPointF(0, reach)};
        if (look.health == Health::Bad)
            sign << middle + QPointF(-reach, 0);
        m_painter.setBrush(colorOf(look.health));
        m_painter.drawPolygon(sign);
    }
    const double room = node.box.height() / 3;
    m_painter.setBrush(Qt::NoBrush);
    const auto ring = [&](double away, Role role, Qt::PenStyle style) {
        QPen pen(m_theme.color(role), 3, style);
        pen.setCosmetic(true);
        m_painter.setPen(pen);
        m_painter.drawRect(node.box.adjusted(-away, -away, away, away));
    };
    if (look.threat == Threat::Degraded)
        ring(room, Role::Warning, Qt::DashLine);
    if (look.threat == Threat::Down) {
        ring(room, Role::Bad, Qt::SolidLine);
        ring(2 * room, Role::Bad, Qt::SolidLine);
    }
    if (look.found)
        ring(room, Role::Accent, Qt::DotLine);
    if (look.selected)
        ring(room, Role::Accent, Qt::SolidLine);
}

void GraphPainter::paintName(const PlacedNode &node, const Captions &captions, const Look &look)
{
    const auto caption = captions.nodes.value(node.id);
    paintFrame(node.box, look);
    paintTeam(caption.team, node.box, teamFromAfar);
    const bool troubled = isTroubled(look.health);
    const QString words
        = troubled ? wording::mark(look.health) + QChar::Space + caption.title : caption.title;
    QFont large = m_lettering.title();
    large.setPixelSize(qBound(12, static_cast<int>(node.box.height() * 0.5), 22));
    text(node.box.adjusted(10, 0, -4, 0), words, m_theme.color(Role::Text), large,
         Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace app::graph
