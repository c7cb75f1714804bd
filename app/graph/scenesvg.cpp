// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenesvg.h"

#include <span>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::EdgeKind;
using model::layout::NodeKind;
using model::layout::PlacedModule;
using style::Role;

namespace {

QString dashesOf(LineShape::Dashes dashes)
{
    switch (dashes) {
    case LineShape::Dashes::None:
        return {};
    case LineShape::Dashes::Dots:
        return u"2 3"_s;
    case LineShape::Dashes::Long:
        return u"15 5"_s;
    case LineShape::Dashes::Short:
        return u"5 4"_s;
    }
    return {};
}

QPainterPath polygon(std::span<const QPointF> corners)
{
    QPainterPath path(corners.front());
    for (const auto &corner : corners.subspan(1))
        path.lineTo(corner);
    path.closeSubpath();
    return path;
}

// The mark of an instance.
void writePip(SvgPen &pen, const QRectF &place, Health health, const style::Theme &theme)
{
    const Ink ink = inkOfPip(health, theme);
    if (health == Health::Bad)
        pen.path(polygon(diamond(place.center(), reachOfPip)), ink);
    else
        pen.box(place, place.width() / 2, ink);
}

void writeThreat(SvgPen &pen, const ThreatRings &threat)
{
    for (const auto &ring : std::span(threat.rings).first(threat.count)) {
        QPainterPath path;
        path.addRoundedRect(ring.box, ring.radius, ring.radius);
        pen.path(path, ring.ink, threat.isDashed ? u"4 3"_s : QString());
    }
}

// Writes one scene; looks as GraphPainter paints it, but for the places of words: no font is known.
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

    void box(const RoundBox &shape) { m_pen.box(shape.box, shape.radius, shape.ink); }

    void line(size_t edge)
    {
        const auto &placed = m_scene.layout().edges[edge];
        const auto shape = lineShape(placed.kind, m_vitality.healthOf(m_scene.edgeId(edge)), m_theme);
        m_pen.path(m_scene.path(edge), {{}, shape.color, shape.width}, dashesOf(shape.dashes));
        const auto head = arrowHead(placed);
        if (head.has_value() && placed.kind != EdgeKind::Storage)
            m_pen.path(polygon(*head), {shape.color, {}});
    }

    void signsOn(size_t edge)
    {
        const auto id = m_scene.edgeId(edge);
        const auto &path = m_scene.path(edge);
        const auto trouble = m_vitality.lines.value(id);
        if (trouble != LineTrouble::None)
            sign(troubleSign(path.pointAtPercent(placeOfTrouble), trouble, m_theme));
        const auto breaker = m_vitality.breakers.value(id);
        if (breaker != BreakerState::Closed)
            sign(breakerSign(path.pointAtPercent(placeOfBreaker(trouble)), breaker, m_theme));
        const auto queued = m_vitality.queues.constFind(id);
        if (queued != m_vitality.queues.cend() && queued->isSeen())
            queue(path.pointAtPercent(placeOfQueue), *queued);
        else if (const auto rate = m_vitality.calls.value(id);
                 queued == m_vitality.queues.cend() && m_scene.hasRoomFor(edge, {widthOfPill(rate), 16}))
            pill(path.pointAtPercent(GraphScene::placeOfRate), rate, m_theme.color(Role::SubtleText));
    }

    void sign(const LineSign &sign)
    {
        const QPointF corner(sign.radius, sign.radius);
        m_pen.box({sign.at - corner, sign.at + corner}, sign.radius, sign.ring);
        QPainterPath strokes;
        for (const auto &stroke : std::span(sign.strokes).first(static_cast<size_t>(sign.count))) {
            if (strokes.isEmpty() || strokes.currentPosition() != stroke.p1())
                strokes.moveTo(stroke.p1());
            strokes.lineTo(stroke.p2());
        }
        m_pen.path(strokes, {{}, sign.ring.line, sign.width});
    }

    void queue(QPointF at, const QueueSign &queue)
    {
        QPointF middle = at;
        if (!queue.words.isEmpty()) {
            const auto around = queuePill(at, widthOf(queue.words), queue, m_theme);
            box(around.ground);
            m_pen.text({around.words.left(), at.y() + 4}, queue.words, {queueColor(queue, m_theme), 11});
            middle = around.tray;
        }
        for (const auto &part : trayShape(middle, queue, m_theme))
            box(part);
    }

    static double widthOf(const QString &words)
    {
        return 6.2 * static_cast<double>(words.size()); // about: no font is known
    }
    static double widthOfPill(const QString &words) { return widthOf(words) + 12; }
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
            box(shoppersShape(placed.box, m_theme));
            return centred(
                placed.box,
                live.reason.isEmpty() ? title : live.named(title).reasonWithin(placed.box.width(), widthOf),
                m_theme.color(Role::Text));
        }
        case NodeKind::Topic:
            return topic(placed, live);
        case NodeKind::Store:
            m_pen.path(cylinder(placed.box), storeInk(m_theme));
            return centred(wordsOfStore(placed.box), m_scene.title({placed.id, {}}),
                           m_theme.color(Role::SubtleText));
        }
    }

    void centred(const QRectF &box, const QString &words, const QColor &color)
    {
        m_pen.text(box.center() + QPointF(0, 4), words, {color, 11, false, true});
    }

    void topic(const PlacedNode &placed, const NodeVitality &live)
    {
        box(topicShape(placed.box, m_theme));
        const bool hasReason = !live.reason.isEmpty();
        const QString second = hasReason ? live.reasonWithin(placed.box.width() - 16, widthOf) : live.figures;
        const double half = second.isEmpty() ? 0 : placed.box.height() / 4;
        centred(placed.box.translated(0, -half), m_scene.title({placed.id, {}}), m_theme.color(Role::Text));
        centred(placed.box.translated(0, half), second,
                hasReason ? colorOf(live.health) : m_theme.color(Role::SubtleText));
    }

    void unit(const PlacedNode &placed, const NodeVitality &live)
    {
        box(unitShape(placed.box, live.health, m_theme));
        if (placed.modules.empty())
            team(m_scene.captions().nodes.value(placed.id).team, placed.box, teamOfUnit);
        const QRectF words = wordsOfUnit(placed);
        const QPointF corner = words.topLeft() + QPointF(0, 13);
        m_pen.text(corner, m_scene.title({placed.id, {}}), {m_theme.color(Role::Text), 12, true});
        const bool hasReason = !live.reason.isEmpty();
        const auto places = pipsOf(words, live.pips.size());
        m_pen.text(corner + QPointF(0, 16),
                   hasReason ? live.reasonWithin(words.width() - places.room, widthOf) : live.figures,
                   {hasReason ? colorOf(live.health) : m_theme.color(Role::SubtleText), 11});
        pips(places, live.pips);
        for (const auto &each : placed.modules)
            module(placed.id, each, live.health == Health::Bad);
    }

    void pips(const Pips &places, const std::vector<Health> &pips)
    {
        for (size_t pip = 0; pip < places.count; ++pip)
            writePip(m_pen, places.at(pip), pips[pip], m_theme);
    }

    void module(const NodeId &unit, const PlacedModule &placed, bool isUnitDown)
    {
        auto live = m_vitality.modules.value(placed.id);
        if (isUnitDown)
            live.health = Health::Bad;
        const bool hasReason = !live.reason.isEmpty();
        box(moduleShape(placed.box, live, m_theme));
        team(m_scene.captions().modules.value(placed.id).team, placed.box, teamOfModule);
        const QPointF middle(placed.box.left() + 10, placed.box.center().y() + 4);
        m_pen.text(
            middle - QPointF(0, hasReason ? 6 : 0), m_scene.title({unit, placed.id}),
            {m_theme.color(live.health == Health::Bad && !hasReason ? Role::SubtleText : Role::Text), 11});
        const double room = placed.box.width() - 14;
        m_pen.text(middle + QPointF(0, 6), live.reasonWithin(room, widthOf), {colorOf(live.health), 9});
    }

    void team(std::optional<int> team, const QRectF &place, TeamShape shape)
    {
        if (m_scene.shown().teams && team.has_value())
            box(shape(place, m_theme.team(*team)));
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
        writePip(pen, lonePip(box.center()).first, *lone.instance, theme);
    if (lone.threat == Threat::None)
        return;
    const auto thing = loneThing(box.center(), theme);
    pen.box(thing.box, thing.radius, thing.ink);
    writeThreat(pen, threatRings(thing, clearOfLoneThing, lone.threat, theme));
}

} // namespace app::graph
