// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shapes.h"

#include <algorithm>
#include <cmath>

namespace app::graph {

using model::layout::EdgeKind;
using style::Role;
using style::Theme;

namespace {

constexpr double sizeOfPip = 7;
constexpr double widthOfTray = 18;
constexpr double heightOfTray = 10;

QColor inkColor(Health health, const Theme &theme)
{
    return theme.color(wording::roleOf(health));
}

double heightOfLid(const QRectF &body)
{
    return std::min(body.height() / 3, 14.0);
}

// Its line is half within and half outside: as sharp as those of the others.
QRectF bodyOfStore(const QRectF &box)
{
    return box.adjusted(0.5, 0.5, -0.5, -0.5);
}

RoundBox teamMark(const QRectF &box, double inset, double width, const QColor &color)
{
    return {{box.left(), box.top() + inset, width, box.height() - 2 * inset}, width / 2, {color, {}}};
}

} // namespace

bool isTroubled(Health health)
{
    return health == Health::Bad || health == Health::Degraded;
}

RoundBox unitShape(const QRectF &box, Health health, const Theme &theme)
{
    const bool troubled = isTroubled(health);
    return {box,
            7,
            {theme.color(Role::Window), troubled ? inkColor(health, theme) : theme.color(Role::Border),
             troubled ? 1.8 * theme.strokes() : 1}};
}

RoundBox moduleShape(const QRectF &box, const NodeVitality &live, const Theme &theme)
{
    const bool troubled = !live.reason.isEmpty();
    return {box,
            6,
            {theme.color(Role::Raised), troubled ? inkColor(live.health, theme) : theme.color(Role::Border),
             troubled ? 1.6 : 1}};
}

RoundBox shoppersShape(const QRectF &box, const Theme &theme)
{
    return {box, box.height() / 2, {theme.color(Role::Window), theme.color(Role::Border)}};
}

RoundBox topicShape(const QRectF &box, const Theme &theme)
{
    return {box, 10, {theme.color(Role::AccentFill), theme.color(Role::Border)}};
}

Ink storeInk(const Theme &theme)
{
    return {theme.color(Role::Window), theme.color(Role::Border)};
}

QPainterPath cylinder(const QRectF &box)
{
    const QRectF body = bodyOfStore(box);
    const double lid = heightOfLid(body);
    const QRectF top(body.left(), body.top(), body.width(), lid);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill); // the lid's front edge lies upon the body
    path.moveTo(body.left(), body.top() + lid / 2);
    path.lineTo(body.left(), body.bottom() - lid / 2);
    path.arcTo(QRectF(body.left(), body.bottom() - lid, body.width(), lid), 180, 180);
    path.lineTo(body.right(), body.top() + lid / 2);
    path.arcTo(top, 0, 180);
    path.arcTo(top, 180, 180);
    return path;
}

QRectF wordsOfStore(const QRectF &box)
{
    const QRectF body = bodyOfStore(box);
    return body.adjusted(4, heightOfLid(body), -4, -2);
}

QRectF wordsOfUnit(const PlacedNode &unit)
{
    const bool alone = unit.modules.empty();
    return unit.box.adjusted(alone ? 12 : 11, alone ? 5 : 7, -8, -6);
}

RoundBox teamOfUnit(const QRectF &box, const QColor &color)
{
    return teamMark(box, 8, 4, color);
}

RoundBox teamOfModule(const QRectF &box, const QColor &color)
{
    return teamMark(box, 6, 3, color);
}

RoundBox teamFromAfar(const QRectF &box, const QColor &color)
{
    return teamMark(box, 6, 6, color);
}

Pips pipsOf(const QRectF &words, size_t instances)
{
    Pips pips;
    pips.room = std::min(Pips::step * static_cast<double>(instances), words.width() / 2);
    pips.first = {words.right() - pips.room + 5, words.top() + 21, sizeOfPip, sizeOfPip};
    if (pips.room >= sizeOfPip)
        pips.count = std::min(instances, static_cast<size_t>((pips.room - sizeOfPip) / Pips::step) + 1);
    return pips;
}

Pips lonePip(QPointF middle)
{
    constexpr double half = sizeOfPip / 2;
    return {{middle.x() - half, middle.y() - half, sizeOfPip, sizeOfPip}, 1, Pips::step};
}

Ink inkOfPip(Health health, const Theme &theme)
{
    const QColor color = inkColor(health, theme);
    return {health == Health::Neutral ? QColor() : color, color, 1.4};
}

std::array<QPointF, 4> diamond(QPointF middle, double reach)
{
    return {middle + QPointF(0, -reach), middle + QPointF(reach, 0), middle + QPointF(0, reach),
            middle + QPointF(-reach, 0)};
}

ThreatRings threatRings(const RoundBox &shape, const Clear &clear, Threat threat, const Theme &theme)
{
    ThreatRings rings;
    if (threat == Threat::None)
        return rings;
    rings.isDashed = threat == Threat::Degraded;
    rings.count = rings.isDashed ? 1 : 2;
    const Ink ink{{},
                  theme.color(rings.isDashed ? Role::Warning : Role::Bad),
                  std::max(1.2, clear[0] / 2) * theme.strokes()};
    for (size_t ring = 0; ring < rings.count; ++ring) {
        const double away = clear[ring];
        rings.rings[ring] = {shape.box.adjusted(-away, -away, away, away), shape.radius + away, ink};
    }
    return rings;
}

RoundBox loneThing(QPointF middle, const Theme &theme)
{
    constexpr double width = 9;
    constexpr double height = 6;
    return {{middle.x() - width / 2, middle.y() - height / 2, width, height},
            2,
            {theme.color(Role::Window), theme.color(Role::Control)}};
}

LineShape lineShape(EdgeKind kind, Health health, const Theme &theme)
{
    using Dashes = LineShape::Dashes;
    if (kind == EdgeKind::Storage)
        return {theme.color(Role::Border), 1.2};
    LineShape line{inkColor(health, theme), (kind == EdgeKind::Required ? 1.7 : 1.1) * theme.strokes()};
    if (kind == EdgeKind::Event)
        line = {theme.color(Role::Accent), 1.6, Dashes::Dots};
    if (isTroubled(health)) {
        line.color = inkColor(health, theme);
        line.dashes = health == Health::Bad ? Dashes::Short : Dashes::Long;
    }
    return line;
}

std::optional<std::array<QPointF, 3>> arrowHead(const PlacedEdge &edge)
{
    if (edge.curve.size() < 4)
        return {};
    const QPointF tip = edge.curve.back();
    const QPointF way = tip - edge.curve[edge.curve.size() - 2];
    const double length = std::hypot(way.x(), way.y());
    if (length < 0.01)
        return {};
    const QPointF ahead = way / length;
    const QPointF aside(-ahead.y(), ahead.x());
    return std::array{tip, tip - ahead * 6 + aside * 3, tip - ahead * 6 - aside * 3};
}

LineSign troubleSign(QPointF at, LineTrouble trouble, const Theme &theme)
{
    const bool isCut = trouble == LineTrouble::Cut;
    LineSign sign{at, 8, {theme.color(Role::Canvas), theme.color(isCut ? Role::Bad : Role::Warning), 1.4}, 2};
    if (isCut)
        sign.strokes = {QLineF(at + QPointF(-3.2, -3.2), at + QPointF(3.2, 3.2)),
                        QLineF(at + QPointF(-3.2, 3.2), at + QPointF(3.2, -3.2))};
    else
        sign.strokes = {QLineF(at + QPointF(0, -4.5), at), QLineF(at, at + QPointF(3.2, 1.8))};
    sign.count = 2;
    return sign;
}

LineSign breakerSign(QPointF at, BreakerState state, const Theme &theme)
{
    const bool isOpen = state == BreakerState::Open;
    LineSign sign{
        at, 9, {theme.color(Role::Canvas), theme.color(isOpen ? Role::Bad : Role::Warning), 1.4}, 1.8};
    const QPointF hinge = at + QPointF(-3, 1.5);
    sign.strokes = {QLineF(at + QPointF(-6, 1.5), hinge),
                    QLineF(hinge, at + (isOpen ? QPointF(2, -4.5) : QPointF(3.5, -1.5))),
                    QLineF(at + QPointF(3.5, 1.5), at + QPointF(6, 1.5))};
    sign.count = 3;
    return sign;
}

QColor queueColor(const QueueSign &queue, const Theme &theme)
{
    return queue.health == Health::Good ? theme.color(Role::Accent) : inkColor(queue.health, theme);
}

std::array<RoundBox, 3> trayShape(QPointF middle, const QueueSign &queue, const Theme &theme)
{
    const QRectF tray(middle.x() - widthOfTray / 2, middle.y() - heightOfTray / 2, widthOfTray, heightOfTray);
    QRectF content = tray.adjusted(1.5, 1.5, -1.5, -1.5);
    content.setWidth(content.width() * queue.fill);
    const QColor color = queueColor(queue, theme);
    const QColor edge = queue.words.isEmpty() ? theme.color(Role::Border) : color;
    return {RoundBox{tray, 2, {theme.color(Role::Canvas), {}}}, RoundBox{content, 0, {color, {}}},
            RoundBox{tray, 2, {{}, edge, 1.1}}};
}

QueuePill queuePill(QPointF middle, double widthOfWords, const QueueSign &queue, const Theme &theme)
{
    const double width = widthOfTray + widthOfWords + 18;
    const QRectF box(middle.x() - width / 2, middle.y() - 9, width, 18);
    const QColor fill = theme.color(queue.health == Health::Bad ? Role::BadFill : Role::WarningFill);
    return {{box, 9, {fill, queueColor(queue, theme), 1.2}},
            {box.left() + 7 + widthOfTray / 2, middle.y()},
            box.adjusted(widthOfTray + 12, 0, -2, 0)};
}

} // namespace app::graph
