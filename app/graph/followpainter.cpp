// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "followpainter.h"

#include "graphpainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app::graph {

using style::Role;

namespace {

constexpr double dim = 0.68; // of what is not meant
constexpr double around = 7; // the light reaches beyond a box
constexpr double dotRadius = 7;
constexpr double frameHeading = 54;
constexpr double frameMargin = 16;
constexpr double roomForWords = 76;

// How wide each shape is drawn: as its picture asks for, but wide enough for its sentences.
std::vector<double> widthsOf(const std::vector<FollowedShape> &shapes, double width)
{
    const double least = width * 0.6 / static_cast<double>(shapes.size());
    double wished = 0;
    for (const auto &shape : shapes)
        wished += std::max(1.0, shape.scene.layout().size.width());
    std::vector<double> widths;
    for (const auto &shape : shapes) {
        widths.push_back(least + (width * 0.4) * std::max(1.0, shape.scene.layout().size.width()) / wished);
    }
    return widths;
}

} // namespace

FollowPainter::FollowPainter(QPainter &painter, const style::Theme &theme, const QFont &font)
    : m_painter(painter)
    , m_theme(theme)
    , m_font(font)
{
}

void FollowPainter::paintDimmed(const Stage &stage)
{
    QPainterPath lit;
    lit.setFillRule(Qt::WindingFill);
    for (const auto &end : stage.route.ends())
        lit.addRoundedRect(stage.toPlace.mapRect(end).adjusted(-around, -around, around, around), 12, 12);
    QPainterPathStroker stroker;
    stroker.setWidth(2 * around);
    stroker.setCapStyle(Qt::RoundCap);
    if (!stage.route.way().isEmpty())
        lit = lit.united(stroker.createStroke(stage.toPlace.map(stage.route.way())));
    QPainterPath rest;
    rest.addRect(stage.place);
    QColor dark = m_theme.color(Role::Canvas);
    dark.setAlphaF(static_cast<float>(dim));
    m_painter.fillPath(rest.subtracted(lit), dark);
}

void FollowPainter::paintWay(const Stage &stage)
{
    const QColor color = m_theme.color(stage.step.isTrouble ? Role::Bad : Role::Accent);
    m_painter.setBrush(Qt::NoBrush);
    const auto &ends = stage.route.ends();
    m_painter.setPen(QPen(color, 2.5, stage.step.isTrouble ? Qt::DashLine : Qt::SolidLine));
    const QRectF target = stage.toPlace.mapRect(ends.back());
    m_painter.drawRoundedRect(target.adjusted(-4, -4, 4, 4), 10, 10);
    const auto way = stage.toPlace.map(stage.route.way());
    if (way.isEmpty())
        return;
    m_painter.setPen(QPen(color, 2.5, stage.step.isTrouble ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap));
    m_painter.drawPath(way);
    const double ahead = std::max(way.length() - dotRadius - 3, 0.0); // else it hides what the box is called
    const QPointF at = way.pointAtPercent(way.percentAtLength(ahead * stage.progress));
    m_painter.setPen(QPen(m_theme.color(Role::Canvas), 2));
    m_painter.setBrush(color);
    if (!stage.step.isTrouble) {
        m_painter.drawEllipse(at, dotRadius, dotRadius);
        return;
    }
    m_painter.drawPolygon(QPolygonF{at + QPointF(0, -dotRadius - 2), at + QPointF(dotRadius + 2, 0),
                                    at + QPointF(0, dotRadius + 2), at + QPointF(-dotRadius - 2, 0)});
}

void FollowPainter::paintWords(const Stage &stage)
{
    if (stage.step.words.isEmpty())
        return;
    constexpr double padding = 9;
    const QRectF room = stage.place.adjusted(12, 12, -12, -8);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
    const QRectF most(0, 0, std::min(room.width() - 2 * padding, 560.0), room.height());
    const QSizeF words = m_painter.boundingRect(most, flags, stage.step.words).size();
    // A little wider than it says, else rounding may break the longest line, and the last has no room.
    const double width = std::min(std::ceil(words.width()) + 2, most.width());
    QRectF box(0, 0, width + 2 * padding, std::ceil(words.height()) + 2 * padding);
    box.moveCenter(room.center());
    box.moveBottom(room.bottom());
    const auto covers = [&stage](const QRectF &place) {
        return std::ranges::any_of(stage.route.ends(), [&](const QRectF &end) {
            return stage.toPlace.mapRect(end).intersects(place);
        });
    };
    const QRectF above(QPointF(box.left(), room.top()), box.size());
    if (covers(box) && !covers(above))
        box = above;
    m_painter.setPen(QPen(m_theme.color(stage.step.isTrouble ? Role::Bad : Role::Accent), 1.2));
    m_painter.setBrush(m_theme.color(stage.step.isTrouble ? Role::BadFill : Role::Window));
    m_painter.drawRoundedRect(box, 9, 9);
    m_painter.setPen(m_theme.color(Role::Text));
    m_painter.drawText(box.adjusted(padding, padding, -padding, -padding), flags, stage.step.words);
}

void FollowPainter::paint(const Stage &stage)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    if (!stage.route.isEmpty()) {
        paintDimmed(stage);
        paintWay(stage);
    }
    paintWords(stage);
}

void FollowPainter::paintFrame(const FollowedStory &story, size_t moment, const QSizeF &size)
{
    m_painter.fillRect(QRectF(QPointF(), size), m_theme.color(Role::Canvas));
    double left = 0;
    const auto widths = widthsOf(story.shapes, size.width());
    for (size_t shape = 0; shape < story.shapes.size(); ++shape) {
        const QRectF place(left, 0, widths[shape], size.height());
        paintHeading(story.shapes[shape], place.adjusted(frameMargin, 10, -frameMargin, 0));
        paintShape(story.shapes[shape], moment, place.adjusted(0, frameHeading, 0, 0));
        left = place.right();
    }
}

void FollowPainter::paintHeading(const FollowedShape &shape, const QRectF &place)
{
    QFont large = m_font;
    large.setPixelSize(17);
    large.setWeight(QFont::DemiBold);
    QFont small = m_font;
    small.setPixelSize(13);
    m_painter.setFont(large);
    m_painter.setPen(m_theme.color(Role::Text));
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, shape.title);
    m_painter.setFont(small);
    m_painter.setPen(m_theme.color(Role::SubtleText));
    m_painter.drawText(place.adjusted(0, 23, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                       shape.summary);
}

void FollowPainter::paintShape(const FollowedShape &shape, size_t moment, const QRectF &place)
{
    if (shape.scene.isEmpty())
        return;
    const QSizeF picture = shape.scene.layout().size;
    const QRectF room = place.adjusted(0, 0, 0, -roomForWords);
    const double scale = std::min(room.width() / picture.width(), room.height() / picture.height());
    QTransform toPlace;
    toPlace.translate(room.center().x() - scale * picture.width() / 2,
                      room.center().y() - scale * picture.height() / 2);
    toPlace.scale(scale, scale);
    m_painter.save();
    m_painter.setTransform(toPlace, true);
    GraphPainter(m_painter, m_theme, m_font).paintScene(shape.scene, {}, {}, {.part = QRectF({}, picture)});
    m_painter.restore();
    m_painter.setFont(m_font);
    const auto &step = shape.steps[moment];
    paint({FollowRoute(shape.scene, shape.packaging, step), step, toPlace, place, 0.6});
}

} // namespace app::graph
