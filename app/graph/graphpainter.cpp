// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphpainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::EdgeKind;
using model::layout::NodeKind;
using style::Role;

namespace {

constexpr double radius = 7;
constexpr double placeOfQueue = 0.6; // of the way from the topic to who consumes it

} // namespace

struct GraphPainter::Look
{
    Health health = Health::Neutral;
    bool selected = false;
    bool hovered = false;
    bool threatened = false;
};

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

void GraphPainter::paintScene(const GraphScene &scene, const Vitality &vitality, const Attention &attention)
{
    const auto healthOf = [&](const NodeId &id) { return vitality.nodes.value(id).health; };
    for (size_t index = 0; index < scene.layout().edges.size(); ++index) {
        const auto &edge = scene.layout().edges[index];
        const auto known = vitality.edges.constFind(scene.edgeId(index));
        const Health byEnds = healthOf(edge.to) == Health::Bad ? Health::Bad : Health::Good;
        const Target line{edge.from, {}, edge.to};
        paintHalo(scene.path(index), attention.selected == line, attention.hovered == line);
        paintEdge(edge, scene.path(index), known == vitality.edges.cend() ? byEnds : *known);
    }
    for (size_t index = 0; index < scene.layout().edges.size(); ++index) { // above all lines
        const auto id = scene.edgeId(index);
        const auto trouble = vitality.lines.value(id);
        paintTrouble(scene.path(index), trouble);
        const double place = trouble == LineTrouble::None ? 0.5 : 0.75;
        paintBreaker(scene.path(index).pointAtPercent(place), vitality.breakers.value(id));
    }
    for (size_t index = 0; index < scene.layout().edges.size(); ++index) {
        const auto queue = vitality.queues.constFind(scene.edgeId(index));
        if (queue != vitality.queues.cend())
            paintQueue(scene.path(index).pointAtPercent(placeOfQueue), *queue);
    }
    for (const auto &node : scene.layout().nodes) {
        const auto &live = vitality.nodes.value(node.id);
        const Look look{live.health, attention.selected == Target{node.id, {}},
                        attention.hovered == Target{node.id, {}}, attention.threatened.contains(node.id)};
        const QString title = scene.captions().nodes.value(node.id).title;
        switch (node.id.kind) {
        case NodeKind::Unit:
            paintUnit(node, scene.captions(), live, look);
            paintModules(node, scene.captions(), vitality, attention);
            break;
        case NodeKind::Shoppers:
            paintShoppers(node, live.reason.isEmpty() ? title : u"%1: %2"_s.arg(title, live.reason));
            break;
        case NodeKind::Topic:
            paintTopic(node, title, live, look);
            break;
        case NodeKind::Store:
            paintStore(node, title);
            break;
        }
    }
}

void GraphPainter::paintEdge(const PlacedEdge &edge, const QPainterPath &path, Health health)
{
    QPen pen(m_theme.color(Role::Border), 1.2);
    if (edge.kind == EdgeKind::Event)
        pen = QPen(m_theme.color(Role::Accent), 1.6, Qt::DotLine, Qt::RoundCap);
    else if (edge.kind != EdgeKind::Storage)
        pen = QPen(colorOf(health), edge.kind == EdgeKind::Required ? 1.7 : 1.1);
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

void GraphPainter::paintFrame(const QRectF &box, const Look &look)
{
    const bool troubled = look.health == Health::Bad || look.health == Health::Degraded;
    QPen pen(m_theme.color(Role::Border), 1);
    if (troubled)
        pen = QPen(colorOf(look.health), 1.8);
    if (look.hovered)
        pen.setColor(troubled ? colorOf(look.health) : m_theme.color(Role::SubtleText));
    m_painter.setPen(pen);
    m_painter.setBrush(m_theme.color(Role::Window));
    m_painter.drawRoundedRect(box, radius, radius);
    m_painter.setBrush(Qt::NoBrush);
    if (look.threatened) {
        m_painter.setPen(QPen(m_theme.color(Role::Warning), 2, Qt::DashLine));
        m_painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), radius + 3, radius + 3);
    }
    if (look.selected) {
        m_painter.setPen(QPen(m_theme.color(Role::Accent), 2));
        m_painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), radius + 2, radius + 2);
    }
}

void GraphPainter::paintUnit(const PlacedNode &node,
                             const Captions &captions,
                             const NodeVitality &vitality,
                             const Look &look)
{
    paintFrame(node.box, look);
    const auto caption = captions.nodes.value(node.id);
    const bool alone = node.modules.empty();
    if (alone && caption.team.has_value()) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.team(*caption.team));
        m_painter.drawRoundedRect(QRectF(node.box.left(), node.box.top() + 8, 4, node.box.height() - 16), 2,
                                  2);
    }
    const QRectF inner = node.box.adjusted(alone ? 12 : 11, alone ? 5 : 7, -8, -6);
    text({inner.left(), inner.top(), inner.width(), 17}, caption.title, m_theme.color(Role::Text),
         m_lettering.title(), Qt::AlignLeft);
    const bool troubled = !vitality.reason.isEmpty();
    const double pips = std::min(12.0 * static_cast<double>(vitality.pips.size()), inner.width() / 2);
    text({inner.left(), inner.top() + 17, inner.width() - pips, 15},
         troubled ? vitality.reason : vitality.figures,
         troubled ? colorOf(vitality.health) : m_theme.color(Role::SubtleText), m_lettering.small(),
         Qt::AlignLeft);
    paintPips({inner.right() - pips + 5, inner.top() + 21, pips, 7}, vitality.pips);
}

void GraphPainter::paintPips(const QRectF &box, const std::vector<Health> &pips)
{
    double x = box.left();
    for (const Health pip : pips) {
        if (x + 7 > box.right())
            break;
        const QRectF dot(x, box.top(), 7, 7);
        m_painter.setPen(QPen(colorOf(pip), 1.4));
        m_painter.setBrush(pip == Health::Neutral ? QBrush(Qt::NoBrush) : QBrush(colorOf(pip)));
        if (pip == Health::Bad)
            m_painter.drawPolygon(QPolygonF{dot.center() + QPointF(0, -4.4), dot.center() + QPointF(4.4, 0),
                                            dot.center() + QPointF(0, 4.4), dot.center() + QPointF(-4.4, 0)});
        else
            m_painter.drawEllipse(dot);
        x += 12;
    }
}

void GraphPainter::paintShoppers(const PlacedNode &node, const QString &title)
{
    m_painter.setPen(QPen(m_theme.color(Role::Border), 1));
    m_painter.setBrush(m_theme.color(Role::Window));
    m_painter.drawRoundedRect(node.box, node.box.height() / 2, node.box.height() / 2);
    text(node.box, title, m_theme.color(Role::Text), m_lettering.small(), Qt::AlignCenter);
}

void GraphPainter::paintTopic(const PlacedNode &node,
                              const QString &title,
                              const NodeVitality &vitality,
                              const Look &look)
{
    const double round = 10;
    m_painter.setPen(QPen(m_theme.color(look.selected || look.hovered ? Role::Accent : Role::Border),
                          look.selected ? 2 : 1));
    m_painter.setBrush(m_theme.color(Role::AccentFill));
    m_painter.drawRoundedRect(node.box, round, round);
    const QRectF inner = node.box.adjusted(8, 2, -8, -2);
    const double half = inner.height() / 2;
    const bool troubled = !vitality.reason.isEmpty();
    text({inner.left(), inner.top(), inner.width(), half}, title, m_theme.color(Role::Text),
         m_lettering.small(), Qt::AlignCenter);
    text({inner.left(), inner.top() + half, inner.width(), half},
         troubled ? vitality.reason : vitality.figures,
         troubled ? colorOf(vitality.health) : m_theme.color(Role::SubtleText), m_lettering.small(),
         Qt::AlignCenter);
}

void GraphPainter::paintStore(const PlacedNode &node, const QString &title)
{
    const QRectF box = node.box.adjusted(0.5, 0.5, -0.5, -0.5);
    const double lid = std::min(box.height() / 3, 14.0);
    QPainterPath body;
    body.moveTo(box.left(), box.top() + lid / 2);
    body.lineTo(box.left(), box.bottom() - lid / 2);
    body.arcTo(QRectF(box.left(), box.bottom() - lid, box.width(), lid), 180, 180);
    body.lineTo(box.right(), box.top() + lid / 2);
    body.arcTo(QRectF(box.left(), box.top(), box.width(), lid), 0, 180);
    m_painter.setPen(QPen(m_theme.color(Role::Border), 1));
    m_painter.setBrush(m_theme.color(Role::Window));
    m_painter.drawPath(body);
    m_painter.drawArc(QRectF(box.left(), box.top(), box.width(), lid), 180 * 16, 180 * 16);
    text(box.adjusted(4, lid, -4, -2), title, m_theme.color(Role::SubtleText), m_lettering.small(),
         Qt::AlignCenter);
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
    if (dot.kind == RequestDots::Kind::Failed) { // a diamond: failure shows by shape, not by colour alone
        m_painter.setBrush(m_theme.color(Role::Bad));
        m_painter.drawPolygon(
            QPolygonF{at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at + QPointF(-5, 0)});
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
