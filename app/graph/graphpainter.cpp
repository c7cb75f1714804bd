// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphpaintersubject.h"

#include <QFontMetricsF>
#include <QPainter>

namespace app::graph {

using model::layout::NodeKind;
using style::Role;

GraphPainter::GraphPainter(QPainter &painter, const style::Theme &theme, const QFont &font)
    : m_painter(painter)
    , m_theme(theme)
    , m_lettering(font)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

QColor GraphPainter::colorOf(Health health) const
{
    return m_theme.color(wording::roleOf(health));
}

QString GraphPainter::reasonWithin(double room, const NodeVitality &live, const QFont &font)
{
    const QFontMetricsF metrics(font);
    return live.reasonWithin(room, [&](const QString &words) { return metrics.horizontalAdvance(words); });
}

void GraphPainter::paintScene(const GraphScene &scene,
                              const Vitality &vitality,
                              const Attention &attention,
                              const PictureFrame &frame)
{
    const Subject subject{scene, vitality, attention, frame};
    m_marksTeams = scene.shown().teams;
    paintLines(subject);
    for (const auto &node : scene.layout().nodes) {
        if (!scene.isShown(node.id) || !subject.isSeen(node.box))
            continue;
        m_painter.setOpacity(subject.opacityOf(node.id));
        paintNode(subject, node);
    }
    m_painter.setOpacity(1);
}

void GraphPainter::paintNode(const Subject &subject, const PlacedNode &node)
{
    static const NodeVitality unknown;
    const auto &attention = subject.attention;
    const auto &captions = subject.scene.captions();
    const auto known = subject.vitality.nodes.constFind(node.id);
    const NodeVitality &live = known != subject.vitality.nodes.cend() ? *known : unknown;
    const Look look{live.health,
                    attention.selected == Target{node.id, {}},
                    attention.hovered == Target{node.id, {}},
                    subject.frame.detail == Detail::Blocks ? attention.threats.ofBlock(node)
                                                           : attention.threats.of({node.id, {}}),
                    attention.isFound({node.id, {}}),
                    attention.pinned.contains(node.id)};
    if (subject.frame.detail == Detail::Blocks)
        return paintBlock(node, captions, look);
    if (subject.frame.detail == Detail::Names && node.modules.empty())
        return paintName(node, captions, look);
    const QString title = captions.nodes.value(node.id).title;
    switch (node.id.kind) {
    case NodeKind::Unit:
        paintUnit(node, captions, live, look);
        paintModules(node, captions, subject.vitality, attention);
        break;
    case NodeKind::Shoppers:
        paintShoppers(node, title, live);
        break;
    case NodeKind::Topic:
        paintTopic(node, title, live, look);
        break;
    case NodeKind::Store:
        paintStore(node, title);
        break;
    }
    if (node.id.kind != NodeKind::Unit)
        paintRings(node.box, look);
    if (look.pinned)
        paintPin(node.box);
}

void GraphPainter::dip(const Ink &ink)
{
    m_painter.setPen(ink.line.isValid() ? QPen(ink.line, ink.width) : QPen(Qt::NoPen));
    m_painter.setBrush(ink.fill.isValid() ? QBrush(ink.fill) : QBrush(Qt::NoBrush));
}

void GraphPainter::paint(const RoundBox &shape)
{
    dip(shape.ink);
    m_painter.drawRoundedRect(shape.box, shape.radius, shape.radius);
}

void GraphPainter::paintFrame(const QRectF &box, const Look &look)
{
    auto shape = unitShape(box, look.health, m_theme);
    if (look.hovered && !isTroubled(look.health))
        shape.ink.line = m_theme.color(Role::SubtleText);
    paint(shape);
    paintRings(box, look);
}

void GraphPainter::paintRings(const QRectF &box, const Look &look)
{
    constexpr double radius = 7; // of what they surround
    m_painter.setBrush(Qt::NoBrush);
    paintThreat(threatRings({box, radius}, clearOfNode, look.threat, m_theme));
    if (look.found) {
        m_painter.setPen(QPen(m_theme.color(Role::Accent), 2 * m_theme.strokes(), Qt::DotLine));
        m_painter.drawRoundedRect(box.adjusted(-6, -6, 6, 6), radius + 5, radius + 5);
    }
    if (look.selected) {
        m_painter.setPen(QPen(m_theme.color(Role::Accent), 2 * m_theme.strokes()));
        m_painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), radius + 2, radius + 2);
    }
}

void GraphPainter::paintThreat(const ThreatRings &rings)
{
    for (size_t ring = 0; ring < rings.count; ++ring) {
        const auto &shape = rings.rings[ring];
        dip(shape.ink);
        if (rings.isDashed)
            m_painter.setPen(QPen(shape.ink.line, shape.ink.width, Qt::DashLine));
        m_painter.drawRoundedRect(shape.box, shape.radius, shape.radius);
    }
}

void GraphPainter::paintUnit(const PlacedNode &node,
                             const Captions &captions,
                             const NodeVitality &vitality,
                             const Look &look)
{
    paintFrame(node.box, look);
    const auto caption = captions.nodes.value(node.id);
    if (node.modules.empty())
        paintTeam(caption.team, node.box, teamOfUnit);
    const QRectF inner = wordsOfUnit(node);
    text({inner.left(), inner.top(), inner.width(), 17}, caption.title, m_theme.color(Role::Text),
         m_lettering.title(), Qt::AlignLeft);
    const bool troubled = !vitality.reason.isEmpty();
    const auto pips = pipsOf(inner, vitality.pips.size());
    const double room = inner.width() - pips.room;
    text({inner.left(), inner.top() + 17, room, 15},
         troubled ? reasonWithin(room, vitality, m_lettering.small()) : vitality.figures,
         troubled ? colorOf(vitality.health) : m_theme.color(Role::SubtleText), m_lettering.small(),
         Qt::AlignLeft);
    paintPips(pips, vitality.pips);
}

void GraphPainter::paintPips(const Pips &places, const std::vector<Health> &pips)
{
    for (size_t pip = 0; pip < places.count; ++pip) {
        const QRectF place = places.at(pip);
        dip(inkOfPip(pips[pip], m_theme));
        if (pips[pip] == Health::Bad)
            m_painter.drawPolygon(diamond(place.center(), reachOfPip).data(), 4);
        else
            m_painter.drawEllipse(place);
    }
}

void GraphPainter::paintSign(Sign sign, const QRectF &box)
{
    const auto lone = loneSign(sign, box);
    paintScene(lone.scene, lone.vitality, {}, {Detail::Full, box});
    if (lone.instance.has_value())
        paintPips(lonePip(box.center()), {*lone.instance});
    if (lone.threat == Threat::None)
        return;
    const auto thing = loneThing(box.center(), m_theme);
    paint(thing);
    paintThreat(threatRings(thing, clearOfLoneThing, lone.threat, m_theme));
}

void GraphPainter::text(
    const QRectF &box, const QString &words, const QColor &color, const QFont &font, int flags)
{
    m_painter.setFont(font);
    m_painter.setPen(color);
    const QString fitting = QFontMetricsF(font).elidedText(words, Qt::ElideRight, box.width());
    m_painter.drawText(box, flags | Qt::TextSingleLine, fitting);
}

void GraphPainter::paintDot(const RequestDots::Placed &dot)
{
    m_painter.setPen(Qt::NoPen);
    const QPointF at = dot.position;
    if (dot.kind == RequestDots::Kind::Failed) {
        m_painter.setBrush(m_theme.color(Role::Bad));
        m_painter.drawPolygon(diamond(at, 5).data(), 4);
    } else if (dot.kind == RequestDots::Kind::Degraded) {
        m_painter.setBrush(m_theme.color(Role::Warning));
        m_painter.drawPolygon(
            QPolygonF{at + QPointF(0, -4.5), at + QPointF(4.5, 3.5), at + QPointF(-4.5, 3.5)});
    } else {
        m_painter.setBrush(m_theme.color(Role::Accent));
        m_painter.drawEllipse(at, 3.2, 3.2);
    }
}

} // namespace app::graph
