// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenesvg.h"

#include <algorithm>
#include <cmath>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::EdgeKind;
using model::layout::NodeKind;
using model::layout::PlacedModule;
using style::Role;

namespace {

constexpr double placeOfTray = 0.6; // of the way from the topic

QPainterPath arrowHead(const PlacedEdge &edge)
{
    QPainterPath head;
    if (edge.curve.size() < 4)
        return head;
    const QPointF tip = edge.curve.back();
    const QPointF way = tip - edge.curve[edge.curve.size() - 2];
    const double length = std::hypot(way.x(), way.y());
    if (length < 0.01)
        return head;
    const QPointF ahead = way / length;
    const QPointF aside(-ahead.y(), ahead.x());
    head.addPolygon(QPolygonF{tip, tip - ahead * 6 + aside * 3, tip - ahead * 6 - aside * 3});
    return head;
}

QPainterPath cylinder(const QRectF &box)
{
    const double lid = std::min(box.height() / 3, 14.0);
    QPainterPath body;
    body.moveTo(box.left(), box.top() + lid / 2);
    body.lineTo(box.left(), box.bottom() - lid / 2);
    body.arcTo(QRectF(box.left(), box.bottom() - lid, box.width(), lid), 180, 180);
    body.lineTo(box.right(), box.top() + lid / 2);
    body.arcTo(QRectF(box.left(), box.top(), box.width(), lid), 0, 180);
    body.arcTo(QRectF(box.left(), box.top(), box.width(), lid), 180, 180);
    return body;
}

// The mark of an instance, with its corner there.
void writePip(SvgPen &pen, QPointF at, Health health, const style::Theme &theme)
{
    const QColor color = theme.color(wording::roleOf(health));
    const double round = health == Health::Bad ? 0 : 3.5; // told apart by more than its colour
    pen.box({at, QSizeF(7, 7)}, round, {health == Health::Neutral ? QColor() : color, color, 1.4});
}

// Writes one scene; looks as GraphPainter paints it.
class SceneWriter
{
public:
    SceneWriter(SvgPen &pen, const GraphScene &scene, const Vitality &vitality, const style::Theme &theme)
        : m_pen(pen)
        , m_scene(scene)
        , m_vitality(vitality)
        , m_theme(theme)
    {
    }

    void write()
    {
        const auto &layout = m_scene.layout();
        for (size_t edge = 0; edge < layout.edges.size(); ++edge) {
            if (m_scene.isShown(edge))
                line(edge);
        }
        for (size_t edge = 0; edge < layout.edges.size(); ++edge) {
            if (m_scene.isShown(edge))
                signsOn(edge);
        }
        for (const auto &placed : layout.nodes) {
            if (m_scene.isShown(placed.id))
                node(placed);
        }
    }

private:
    QColor colorOf(Health health) const { return m_theme.color(wording::roleOf(health)); }

    void line(size_t edge)
    {
        const auto &placed = m_scene.layout().edges[edge];
        const Health health = m_vitality.healthOf(m_scene.edgeId(edge));
        SvgPen::Ink ink{{}, m_theme.color(Role::Border), 1.2};
        if (placed.kind == EdgeKind::Event)
            ink = {{}, m_theme.color(Role::Accent), 1.6, u"2 3"_s};
        else if (placed.kind != EdgeKind::Storage)
            ink = {{}, colorOf(health), (placed.kind == EdgeKind::Required ? 1.7 : 1.1) * m_theme.strokes()};
        if (placed.kind != EdgeKind::Storage && (health == Health::Bad || health == Health::Degraded)) {
            ink.line = colorOf(health);
            ink.dashes = health == Health::Bad ? u"5 4"_s : u"15 5"_s;
        }
        m_pen.path(m_scene.path(edge), ink);
        if (placed.kind != EdgeKind::Storage)
            m_pen.path(arrowHead(placed), {ink.line, {}});
    }

    void signsOn(size_t edge)
    {
        const auto id = m_scene.edgeId(edge);
        const auto &path = m_scene.path(edge);
        const auto trouble = m_vitality.lines.value(id);
        if (trouble != LineTrouble::None)
            troubleAt(path.pointAtPercent(0.5), trouble);
        const auto breaker = m_vitality.breakers.value(id);
        if (breaker != BreakerState::Closed)
            breakerAt(path.pointAtPercent(trouble == LineTrouble::None ? 0.5 : 0.75), breaker);
        const auto queue = m_vitality.queues.value(id);
        if (!queue.words.isEmpty())
            pill(path.pointAtPercent(placeOfTray), queue.words,
                 m_theme.color(queue.health == Health::Good ? Role::Accent : wording::roleOf(queue.health)));
        else if (const auto rate = m_vitality.calls.value(id);
                 !m_vitality.queues.contains(id) && m_scene.hasRoomFor(edge, {widthOfPill(rate), 16}))
            pill(path.pointAtPercent(GraphScene::placeOfRate), rate, m_theme.color(Role::SubtleText));
    }

    void troubleAt(QPointF at, LineTrouble trouble)
    {
        const QColor color = m_theme.color(trouble == LineTrouble::Cut ? Role::Bad : Role::Warning);
        QPainterPath sign;
        if (trouble == LineTrouble::Cut) {
            sign.moveTo(at + QPointF(-3.2, -3.2));
            sign.lineTo(at + QPointF(3.2, 3.2));
            sign.moveTo(at + QPointF(-3.2, 3.2));
            sign.lineTo(at + QPointF(3.2, -3.2));
        } else { // a clock
            sign.moveTo(at + QPointF(0, -4.5));
            sign.lineTo(at);
            sign.lineTo(at + QPointF(3.2, 1.8));
        }
        m_pen.box({at - QPointF(8, 8), at + QPointF(8, 8)}, 8, {m_theme.color(Role::Canvas), color, 1.4});
        m_pen.path(sign, {{}, color, 2});
    }

    void breakerAt(QPointF at, BreakerState state)
    {
        const bool isOpen = state == BreakerState::Open;
        const QColor color = m_theme.color(isOpen ? Role::Bad : Role::Warning);
        QPainterPath sign;
        sign.moveTo(at + QPointF(-6, 1.5));
        sign.lineTo(at + QPointF(-3, 1.5));
        sign.lineTo(at + (isOpen ? QPointF(2, -4.5) : QPointF(3.5, -1.5)));
        sign.moveTo(at + QPointF(3.5, 1.5));
        sign.lineTo(at + QPointF(6, 1.5));
        m_pen.box({at - QPointF(9, 9), at + QPointF(9, 9)}, 9, {m_theme.color(Role::Canvas), color, 1.4});
        m_pen.path(sign, {{}, color, 1.8});
    }

    static double widthOfPill(const QString &words)
    {
        return 6.2 * static_cast<double>(words.size()) + 12; // about: no font is known
    }
    void pill(QPointF at, const QString &words, const QColor &color)
    {
        if (words.isEmpty())
            return;
        const double width = widthOfPill(words);
        m_pen.box({at.x() - width / 2, at.y() - 8, width, 16}, 8, {m_theme.color(Role::Canvas), {}});
        m_pen.text(at + QPointF(0, 4), words, {color, 11, false, true});
    }

    void node(const PlacedNode &placed)
    {
        const auto live = m_vitality.nodes.value(placed.id);
        switch (placed.id.kind) {
        case NodeKind::Unit:
            return unit(placed, live);
        case NodeKind::Shoppers: {
            const QString title = m_scene.title({placed.id, {}});
            m_pen.box(placed.box, placed.box.height() / 2,
                      {m_theme.color(Role::Window), m_theme.color(Role::Border)});
            return centred(placed.box, live.reason.isEmpty() ? title : u"%1: %2"_s.arg(title, live.reason),
                           m_theme.color(Role::Text));
        }
        case NodeKind::Topic:
            return topic(placed, live);
        case NodeKind::Store:
            m_pen.path(cylinder(placed.box), {m_theme.color(Role::Window), m_theme.color(Role::Border)});
            return centred(placed.box.translated(0, 4), m_scene.title({placed.id, {}}),
                           m_theme.color(Role::SubtleText));
        }
    }

    void centred(const QRectF &box, const QString &words, const QColor &color)
    {
        m_pen.text(box.center() + QPointF(0, 4), words, {color, 11, false, true});
    }

    void topic(const PlacedNode &placed, const NodeVitality &live)
    {
        m_pen.box(placed.box, 10, {m_theme.color(Role::AccentFill), m_theme.color(Role::Border)});
        const bool isTroubled = !live.reason.isEmpty();
        const QString &second = isTroubled ? live.reason : live.figures;
        const double half = second.isEmpty() ? 0 : placed.box.height() / 4;
        centred(placed.box.translated(0, -half), m_scene.title({placed.id, {}}), m_theme.color(Role::Text));
        centred(placed.box.translated(0, half), second,
                isTroubled ? colorOf(live.health) : m_theme.color(Role::SubtleText));
    }

    void unit(const PlacedNode &placed, const NodeVitality &live)
    {
        const bool isBroken = live.health == Health::Bad || live.health == Health::Degraded;
        m_pen.box(placed.box, 7,
                  {m_theme.color(Role::Window), isBroken ? colorOf(live.health) : m_theme.color(Role::Border),
                   isBroken ? 1.8 * m_theme.strokes() : 1});
        const bool isAlone = placed.modules.empty();
        if (isAlone)
            team(placed.box.adjusted(0, 8, 0, -8), m_scene.captions().nodes.value(placed.id).team, 4);
        const QPointF corner = placed.box.topLeft() + QPointF(isAlone ? 12 : 11, isAlone ? 18 : 20);
        m_pen.text(corner, m_scene.title({placed.id, {}}), {m_theme.color(Role::Text), 12, true});
        const bool isTroubled = !live.reason.isEmpty();
        m_pen.text(corner + QPointF(0, 16), isTroubled ? live.reason : live.figures,
                   {isTroubled ? colorOf(live.health) : m_theme.color(Role::SubtleText), 11});
        pips(placed.box, live.pips);
        for (const auto &each : placed.modules)
            module(placed.id, each, live.health == Health::Bad);
    }

    void pips(const QRectF &box, const std::vector<Health> &pips)
    {
        const auto most = static_cast<size_t>(std::max(0.0, (box.width() - 20) / 24)); // half of the width
        const size_t shown = std::min(pips.size(), most);
        double left = box.right() - 8 - 12 * static_cast<double>(shown) + 5;
        for (size_t each = 0; each < shown; ++each) {
            writePip(m_pen, {left, box.top() + 27}, pips[each], m_theme);
            left += 12;
        }
    }

    void module(const NodeId &unit, const PlacedModule &placed, bool isUnitDown)
    {
        auto live = m_vitality.modules.value(placed.id);
        if (isUnitDown)
            live.health = Health::Bad;
        const bool isTroubled = !live.reason.isEmpty();
        m_pen.box(placed.box, 6,
                  {m_theme.color(Role::Raised),
                   isTroubled ? colorOf(live.health) : m_theme.color(Role::Border), isTroubled ? 1.6 : 1});
        team(placed.box.adjusted(0, 6, 0, -6), m_scene.captions().modules.value(placed.id).team, 3);
        const QPointF middle(placed.box.left() + 10, placed.box.center().y() + 4);
        m_pen.text(
            middle - QPointF(0, isTroubled ? 6 : 0), m_scene.title({unit, placed.id}),
            {m_theme.color(live.health == Health::Bad && !isTroubled ? Role::SubtleText : Role::Text), 11});
        m_pen.text(middle + QPointF(0, 6), live.reason, {colorOf(live.health), 9});
    }

    void team(const QRectF &box, std::optional<int> team, double width)
    {
        if (m_scene.shown().teams && team.has_value())
            m_pen.box({box.left(), box.top(), width, box.height()}, width / 2, {m_theme.team(*team), {}});
    }

    SvgPen &m_pen;
    const GraphScene &m_scene;
    const Vitality &m_vitality;
    const style::Theme &m_theme;
};

} // namespace

void writeScene(SvgPen &pen, const GraphScene &scene, const Vitality &vitality, const style::Theme &theme)
{
    SceneWriter(pen, scene, vitality, theme).write();
}

void writeSign(SvgPen &pen, Sign sign, const QRectF &box, const style::Theme &theme)
{
    const auto lone = loneSign(sign, box);
    writeScene(pen, lone.scene, lone.vitality, theme);
    if (lone.instance.has_value())
        writePip(pen, box.center() - QPointF(3.5, 3.5), *lone.instance, theme);
}

} // namespace app::graph
