// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"
#include "threats.h"

#include <app/style/theme.h>

#include <array>
#include <optional>

namespace app::graph {

// What the things of a picture look like, in the layout's own pixels, before anybody attends to one: a window
// paints them, and a drawing writes them. Values; but for the cylinder, nothing of them is allocated.

// What is within a shape, and the line around it. A colour that is none is not drawn.
struct Ink
{
    QColor fill;
    QColor line;
    double width = 1;
};

// A box with round corners.
struct RoundBox
{
    QRectF box;
    double radius = 0;
    Ink ink = {};
};

bool isTroubled(Health health);

RoundBox unitShape(const QRectF &box, Health health, const style::Theme &theme);
RoundBox moduleShape(const QRectF &box, const NodeVitality &live, const style::Theme &theme);
RoundBox shoppersShape(const QRectF &box, const style::Theme &theme);
RoundBox topicShape(const QRectF &box, const style::Theme &theme);
Ink storeInk(const style::Theme &theme);
// A store, with its lid.
QPainterPath cylinder(const QRectF &box);
// Where what a store is called stands, below its lid.
QRectF wordsOfStore(const QRectF &box);
// Where what a unit says stands: its name, its figures and the marks of its instances.
QRectF wordsOfUnit(const PlacedNode &unit);

// The mark of who owns it, at its left edge.
using TeamShape = RoundBox (*)(const QRectF &box, const QColor &color);
RoundBox teamOfUnit(const QRectF &box, const QColor &color);
RoundBox teamOfModule(const QRectF &box, const QColor &color);
RoundBox teamFromAfar(const QRectF &box, const QColor &color);

// One mark for each of a unit's instances, in a row at the right end of its words; as many as half of them
// leaves room for.
struct Pips
{
    QRectF first;
    size_t count = 0;
    double room = 0; // that they take from the words

    static constexpr double step = 12;
    QRectF at(size_t pip) const { return first.translated(step * static_cast<double>(pip), 0); }
};
Pips pipsOf(const QRectF &words, size_t instances);
// One by itself.
Pips lonePip(QPointF middle);
Ink inkOfPip(Health health, const style::Theme &theme);
// Failure shows by shape, not by colour alone.
std::array<QPointF, 4> diamond(QPointF middle, double reach);
constexpr double reachOfPip = 4.4; // of the diamond of an instance that is down

// Around what is predicted to suffer: a dashed ring where it would be degraded, two whole ones where it would
// be down.
struct ThreatRings
{
    std::array<RoundBox, 2> rings = {};
    size_t count = 0;
    bool isDashed = false;
};
// How far outside the shape each of them is.
using Clear = std::array<double, 2>;
ThreatRings threatRings(const RoundBox &shape, const Clear &clear, Threat threat, const style::Theme &theme);
constexpr Clear clearOfNode{4, 8};
constexpr Clear clearOfModule{2, -2}; // its neighbours are near, and may have rings as well
constexpr Clear clearOfLoneThing{2, 4};
// Something that suffers, by itself.
RoundBox loneThing(QPointF middle, const style::Theme &theme);

// A line between two nodes.
struct LineShape
{
    enum class Dashes
    {
        None,
        Dots,
        Long, // told apart by more than its colour
        Short
    };
    QColor color;
    double width = 1;
    Dashes dashes = Dashes::None;
};
LineShape lineShape(model::layout::EdgeKind kind, Health health, const style::Theme &theme);
// Nothing: the line is too short to have one.
std::optional<std::array<QPointF, 3>> arrowHead(const PlacedEdge &edge);

// How far on its line a sign stands; a queue: from the topic to who consumes it.
constexpr double placeOfTrouble = 0.5;
constexpr double placeOfQueue = 0.6;
constexpr double placeOfBreaker(LineTrouble beside)
{
    return beside == LineTrouble::None ? 0.5 : 0.75;
}

// A sign on a line: strokes within a ring.
struct LineSign
{
    QPointF at;
    double radius = 0;
    Ink ring = {};
    double width = 1; // of the strokes, in the colour of the ring
    std::array<QLineF, 3> strokes = {};
    int count = 0; // of them
};
// A cross, or a clock.
LineSign troubleSign(QPointF at, LineTrouble trouble, const style::Theme &theme);
// A switch that is open, or about to close.
LineSign breakerSign(QPointF at, BreakerState state, const style::Theme &theme);

// What waits at a queue.
QColor queueColor(const QueueSign &queue, const style::Theme &theme);
// A tray, as full as the queue: what is below it, what is in it, and its edge.
std::array<RoundBox, 3> trayShape(QPointF middle, const QueueSign &queue, const style::Theme &theme);
// Where it has something to say: a pill around the tray and its words, which are so wide.
struct QueuePill
{
    RoundBox ground;
    QPointF tray; // its middle
    QRectF words;
};
QueuePill queuePill(QPointF middle, double widthOfWords, const QueueSign &queue, const style::Theme &theme);

} // namespace app::graph
