// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"
#include "lettering.h"
#include "requestdots.h"

#include <app/style/theme.h>

#include <QSet>

class QPainter;

namespace app::graph {

// What a person's attention changes about the picture.
struct Attention
{
    std::optional<Target> selected;
    std::optional<Target> hovered;
    QSet<NodeId> threatened; // would suffer from what the mouse rests on

    bool operator==(const Attention &) const = default;
};

// Draws the picture, in the layout's own pixels: the painter is already scaled. Owns nothing; GUI thread.
class GraphPainter
{
public:
    GraphPainter(QPainter &painter, const style::Theme &theme, const QFont &font);

    void paintScene(const GraphScene &scene, const Vitality &vitality, const Attention &attention);
    void paintDot(const RequestDots::Placed &dot);

private:
    struct Look;
    // Behind a line to which somebody attends.
    void paintHalo(const QPainterPath &path, bool selected, bool hovered);
    void paintEdge(const PlacedEdge &edge, const QPainterPath &path, Health health);
    // An open switch, or one that is about to close.
    void paintBreaker(QPointF at, BreakerState state);
    // A tray, as full as the queue; with its words when there are any.
    void paintQueue(QPointF at, const QueueSign &queue);
    // A gap with a cross, or a narrow place: what is done to the line shows by shape.
    void paintTrouble(const QPainterPath &path, LineTrouble trouble);
    void paintArrow(const PlacedEdge &edge, const QColor &color);
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
    void paintPips(const QRectF &box, const std::vector<Health> &pips);
    void paintShoppers(const PlacedNode &node, const QString &title);
    void
    paintTopic(const PlacedNode &node, const QString &title, const NodeVitality &vitality, const Look &look);
    void paintStore(const PlacedNode &node, const QString &title);
    void paintFrame(const QRectF &box, const Look &look);
    void text(const QRectF &box, const QString &words, const QColor &color, const QFont &font, int flags);
    QColor colorOf(Health health) const;

    QPainter &m_painter;
    const style::Theme &m_theme;
    Lettering m_lettering;
};

} // namespace app::graph
