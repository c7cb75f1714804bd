// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"
#include "lettering.h"
#include "requestdots.h"
#include "shapes.h"
#include "signs.h"
#include "viewport.h"

#include <app/style/theme.h>

#include <QSet>

#include <algorithm>

class QPainter;

namespace app::graph {

// What a person's attention changes about the picture.
struct Attention
{
    std::optional<Target> selected;
    std::optional<Target> hovered;
    Threats threats = {}; // from what the mouse rests on
    QSet<NodeId> focus = {}; // all else is faded; none: nothing is
    std::vector<Target> found = {}; // by somebody who looks for something
    QSet<NodeId> pinned = {}; // where they are

    bool isFound(const Target &target) const { return std::ranges::find(found, target) != found.end(); }
    bool operator==(const Attention &) const = default;
};

// What of the picture is drawn, and how much of each thing.
struct PictureFrame
{
    Detail detail = Detail::Full;
    QRectF part; // of the layout
};

// Draws the picture, in the layout's own pixels: the painter is already scaled. Owns nothing; GUI thread.
class GraphPainter
{
public:
    GraphPainter(QPainter &painter, const style::Theme &theme, const QFont &font);

    void paintScene(const GraphScene &scene,
                    const Vitality &vitality,
                    const Attention &attention,
                    const PictureFrame &frame);
    void paintDot(const RequestDots::Placed &dot);
    // By itself, in a legend.
    void paintSign(Sign sign, const QRectF &box);

private:
    struct Look;
    struct Subject; // what paintScene was asked for
    void paintLines(const Subject &subject);
    void paintLine(const Subject &subject, size_t edge);
    // What stands on the lines, above all of them.
    void paintSigns(const Subject &subject, size_t edge);
    void paintNode(const Subject &subject, const PlacedNode &node);
    // As on a map.
    void paintBlock(const PlacedNode &node, const Captions &captions, const Look &look);
    void paintName(const PlacedNode &node, const Captions &captions, const Look &look);
    void paintPin(const QRectF &box);
    void paintRings(const QRectF &box, const Look &look);
    void paintThreat(const ThreatRings &rings);
    // What it is about, words on the line: instead of dots, for those who want nothing to move.
    void paintRate(const GraphScene &scene, size_t edge, const QString &words);
    // Behind a line to which somebody attends.
    void paintHalo(const QPainterPath &path, bool selected);
    void paintEdge(const PlacedEdge &edge, const QPainterPath &path, Health health);
    void paintSign(const LineSign &sign);
    // A tray, as full as the queue; with its words when there are any.
    void paintQueue(QPointF at, const QueueSign &queue);
    void paintUnit(const PlacedNode &node,
                   const Captions &captions,
                   const NodeVitality &vitality,
                   const Look &look);
    void paintModules(const PlacedNode &node,
                      const Captions &captions,
                      const Vitality &vitality,
                      const Attention &attention);
    void paintModule(const model::layout::PlacedModule &module,
                     const Captions::Text &caption,
                     const NodeVitality &live);
    void paintPips(const Pips &places, const std::vector<Health> &pips);
    void paintShoppers(const PlacedNode &node, const QString &title, const NodeVitality &vitality);
    void
    paintTopic(const PlacedNode &node, const QString &title, const NodeVitality &vitality, const Look &look);
    void paintStore(const PlacedNode &node, const QString &title);
    void paintFrame(const QRectF &box, const Look &look);
    void dip(const Ink &ink);
    void paint(const RoundBox &shape);
    void paintTeam(std::optional<int> team, const QRectF &box, TeamShape shape);
    void text(const QRectF &box, const QString &words, const QColor &color, const QFont &font, int flags);
    // Why it is not well, in words that fit in there.
    static QString reasonWithin(double room, const NodeVitality &live, const QFont &font);
    QColor colorOf(Health health) const;

    QPainter &m_painter;
    const style::Theme &m_theme;
    Lettering m_lettering;
    bool m_marksTeams = true;
};

} // namespace app::graph
