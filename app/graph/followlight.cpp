// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "followlight.h"

#include "graphpainter.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app::graph {

using namespace std::chrono_literals;
using style::Role;

namespace {

constexpr auto frameOfLight = 40ms;
constexpr std::chrono::duration<double, std::milli> travel{1400}; // slow enough for the eye
constexpr double dim = 0.68; // of what is not meant
constexpr double around = 7; // the light reaches beyond a box
constexpr double dotRadius = 7;

} // namespace

FollowLight::FollowLight(GraphView &view, const model::packaging::Packaging &packaging)
    : QWidget(&view)
    , m_view(view)
    , m_packaging(packaging)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("The step of the request that is followed, in %1").arg(packaging.title));
    m_frames.setInterval(frameOfLight);
    connect(&m_frames, &QTimer::timeout, this, &FollowLight::advance);
    view.installEventFilter(this);
    setGeometry(view.rect());
    hide();
}

void FollowLight::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    m_frames.stop();
    setOut();
    update();
}

void FollowLight::show(const FollowedStep &step)
{
    m_step = step;
    m_saysOnly = false;
    m_progress = 0;
    m_since.start();
    bringIntoView();
    setAccessibleDescription(step.words);
    raise();
    QWidget::show();
    setOut();
    update();
}

void FollowLight::say(const QString &words)
{
    m_frames.stop();
    m_step = FollowedStep{.from = {}, .to = {}, .isTrouble = false, .words = words};
    m_progress = 1;
    setAccessibleDescription(words);
    m_saysOnly = true;
    raise();
    QWidget::show();
    update();
}

void FollowLight::putOut()
{
    m_step.reset();
    m_frames.stop();
    hide();
}

// Both ends; where these are too far from each other, who is asked.
void FollowLight::bringIntoView() const
{
    const FollowRoute route(m_view.scene(), m_packaging, *m_step);
    if (route.isEmpty())
        return;
    QRectF all = route.way().boundingRect();
    for (const auto &end : route.ends())
        all |= end;
    m_view.reveal(all);
    m_view.reveal(route.ends().back());
}

// Where nothing moves by itself the dot has arrived: the way and its end say the same.
void FollowLight::setOut()
{
    if (!m_step.has_value() || m_progress >= 1)
        return;
    if (m_theme.isStill())
        m_progress = 1;
    else if (isVisible())
        m_frames.start();
}

// Nobody sees it travel meanwhile; the time of the story goes on.
void FollowLight::hideEvent(QHideEvent *event)
{
    m_frames.stop();
    QWidget::hideEvent(event);
}

void FollowLight::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setOut();
}

void FollowLight::advance()
{
    m_progress = std::min(1.0, static_cast<double>(m_since.elapsed()) / travel.count());
    if (m_progress >= 1)
        m_frames.stop();
    update();
}

bool FollowLight::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_view && event->type() == QEvent::Resize)
        setGeometry(m_view.rect());
    return QWidget::eventFilter(watched, event);
}

void FollowLight::paintDimmed(QPainter &painter, const Stage &stage) const
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
    painter.fillPath(rest.subtracted(lit), dark);
}

void FollowLight::paintWay(QPainter &painter, const Stage &stage) const
{
    const QColor color = m_theme.color(stage.step.isTrouble ? Role::Bad : Role::Accent);
    painter.setBrush(Qt::NoBrush);
    const auto &ends = stage.route.ends();
    painter.setPen(QPen(color, 2.5, stage.step.isTrouble ? Qt::DashLine : Qt::SolidLine));
    const QRectF target = stage.toPlace.mapRect(ends.back());
    painter.drawRoundedRect(target.adjusted(-4, -4, 4, 4), 10, 10);
    const auto way = stage.toPlace.map(stage.route.way());
    if (way.isEmpty())
        return;
    painter.setPen(QPen(color, 2.5, stage.step.isTrouble ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(way);
    const double ahead = std::max(way.length() - dotRadius - 3, 0.0); // else it hides what the box is called
    const QPointF at = way.pointAtPercent(way.percentAtLength(ahead * stage.progress));
    painter.setPen(QPen(m_theme.color(Role::Canvas), 2));
    painter.setBrush(color);
    if (!stage.step.isTrouble) {
        painter.drawEllipse(at, dotRadius, dotRadius);
        return;
    }
    painter.drawPolygon(QPolygonF{at + QPointF(0, -dotRadius - 2), at + QPointF(dotRadius + 2, 0),
                                  at + QPointF(0, dotRadius + 2), at + QPointF(-dotRadius - 2, 0)});
}

void FollowLight::paintWords(QPainter &painter, const Stage &stage) const
{
    if (stage.step.words.isEmpty())
        return;
    constexpr double padding = 9;
    const QRectF room = stage.place.adjusted(12, 12, -12, -8);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
    const QRectF most(0, 0, std::min(room.width() - 2 * padding, 560.0), room.height());
    const QSizeF words = painter.boundingRect(most, flags, stage.step.words).size();
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
    painter.setPen(QPen(m_theme.color(stage.step.isTrouble ? Role::Bad : Role::Accent), 1.2));
    painter.setBrush(m_theme.color(stage.step.isTrouble ? Role::BadFill : Role::Window));
    painter.drawRoundedRect(box, 9, 9);
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(box.adjusted(padding, padding, -padding, -padding), flags, stage.step.words);
}

void FollowLight::paint(QPainter &painter, const Stage &stage) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (!stage.route.isEmpty()) {
        paintDimmed(painter, stage);
        paintWay(painter, stage);
    }
    paintWords(painter, stage);
}

void FollowLight::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_step.has_value())
        return;
    QPainter painter(this);
    const auto route = m_saysOnly ? FollowRoute() : FollowRoute(m_view.scene(), m_packaging, *m_step);
    paint(painter, {route, *m_step, m_view.transform(), QRectF(rect()), m_progress});
}

void FollowLight::paintStill(QPainter &painter, const QSizeF &size, const FollowedStep &step) const
{
    const QRectF place(QPointF(), size);
    painter.fillRect(place, m_theme.color(Role::Canvas));
    const auto &scene = m_view.scene();
    if (scene.isEmpty())
        return;
    constexpr double below = 70; // for the words
    const QSizeF picture = scene.layout().size;
    const double scale = std::min(size.width() / picture.width(), (size.height() - below) / picture.height());
    QTransform toPlace;
    toPlace.translate((size.width() - scale * picture.width()) / 2,
                      (size.height() - below - scale * picture.height()) / 2);
    toPlace.scale(scale, scale);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(toPlace, true);
    GraphPainter(painter, m_theme, font()).paintScene(scene, {}, {}, {});
    painter.restore();
    paint(painter, {FollowRoute(scene, m_packaging, step), step, toPlace, place, 0.6});
}

} // namespace app::graph
