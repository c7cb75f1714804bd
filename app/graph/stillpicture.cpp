// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stillpicture.h"

#include <QPainter>

#include <algorithm>

namespace app::graph {

namespace {

constexpr double spill = 14; // of the layout's pixels around what has changed: rings and signs
constexpr double halfPen = 3; // of the place's pixels
constexpr size_t mostBoxes = 160; // more, and drawing all of it is quicker
constexpr size_t mostParts = 40;
constexpr size_t thingsAFrame = 500; // nodes and lines: about two milliseconds

bool isShifted(const QTransform &before, const QTransform &after, double ratio)
{
    const QPointF way(after.dx() - before.dx(), after.dy() - before.dy());
    const auto isWhole
        = [ratio](double pixels) { return qAbs(pixels * ratio - qRound(pixels * ratio)) < 1e-6; };
    return qFuzzyCompare(before.m11(), after.m11()) && isWhole(way.x()) && isWhole(way.y());
}

// Rounded up: bands are as high as whole pixels allow.
int bandAfter(const QRect &part, QSize size, int bands)
{
    return ((part.bottom() + 1) * bands + size.height() - 1) / size.height() % bands;
}

} // namespace

void StillPicture::prepare(const Subject &subject, const QTransform &transform, QSize size, double ratio)
{
    m_pixelsDrawn = 0;
    if (m_image.size() != size * ratio) {
        m_image = QPixmap(size * ratio);
        m_image.setDevicePixelRatio(ratio);
        m_isStale = true;
    }
    if (m_image.isNull())
        return;
    QRegion fresh;
    if (transform != m_transform) {
        if (!m_isStale && m_waiting.empty() && isShifted(m_transform, transform, ratio))
            fresh = shift(
                {qRound(transform.dx() - m_transform.dx()), qRound(transform.dy() - m_transform.dy())}, size,
                ratio);
        else
            m_isStale = true;
    }
    m_transform = transform;
    for (const QRect &part : fresh)
        draw(subject, part);
    const auto &layout = subject.scene.layout();
    const auto bands = static_cast<int>(1 + (layout.nodes.size() + layout.edges.size()) / thingsAFrame);
    if (std::exchange(m_isStale, false)) {
        m_boxes.clear();
        m_waiting.clear();
        return draw(subject, {{0, 0}, size});
    }
    gather(transform, size, bands);
    const qint64 most = m_pixelsDrawn + qint64{size.width()} * size.height() / bands;
    while (!m_waiting.empty() && m_pixelsDrawn < most) {
        draw(subject, m_waiting.back());
        m_nextBand = bandAfter(m_waiting.back(), size, bands);
        m_waiting.pop_back();
    }
}

// Each part that is drawn asks everything whether it is there, so parts which touch are drawn as one, and all
// is drawn when there would be many.
void StillPicture::gather(const QTransform &transform, QSize size, int bands)
{
    const QRect place({0, 0}, size);
    const auto boxes = std::exchange(m_boxes, {});
    bool isAll = boxes.size() > mostBoxes;
    for (size_t box = 0; box < boxes.size() && !isAll; ++box) {
        await(transform.mapRect(boxes[box].adjusted(-spill, -spill, spill, spill)).toAlignedRect() & place);
        isAll = m_waiting.size() > mostParts;
    }
    if (!isAll)
        return;
    // The last is drawn first: where it was left off, for what changes again all the time.
    m_waiting.clear();
    for (int left = bands - 1; left >= 0; --left) {
        const int band = (m_nextBand + left) % bands;
        const int top = size.height() * band / bands;
        m_waiting.emplace_back(0, top, size.width(), size.height() * (band + 1) / bands - top);
    }
}

void StillPicture::await(QRect part)
{
    if (part.isEmpty())
        return;
    const auto touches = [&part](const QRect &other) { return part.intersects(other); };
    for (auto other = std::ranges::find_if(m_waiting, touches); other != m_waiting.end();
         other = std::ranges::find_if(m_waiting, touches)) {
        part |= *other;
        m_waiting.erase(other);
    }
    m_waiting.push_back(part);
}

// What was drawn is elsewhere now; what is to be drawn where it was not.
QRegion StillPicture::shift(QPoint way, QSize size, double ratio)
{
    QRegion exposed;
    m_image.scroll(qRound(way.x() * ratio), qRound(way.y() * ratio), m_image.rect(), &exposed);
    QRegion fresh;
    for (const QRect &part : exposed) // in the image's pixels
        fresh += QRectF(QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio).toAlignedRect();
    return fresh & QRect({0, 0}, size);
}

void StillPicture::draw(const Subject &subject, const QRect &part)
{
    m_pixelsDrawn += qint64{part.width()} * part.height();
    QPainter painter(&m_image);
    painter.setClipRect(part);
    painter.fillRect(part, subject.theme.color(style::Role::Canvas));
    // What stands outside may reach into it by half a pen, which is as wide however far away the picture is.
    const QRectF reached = QRectF(part).adjusted(-halfPen, -halfPen, halfPen, halfPen);
    const QRectF seen = m_transform.isInvertible() ? m_transform.inverted().mapRect(reached) : reached;
    painter.setTransform(m_transform, true);
    GraphPainter(painter, subject.theme, subject.font)
        .paintScene(subject.scene, subject.vitality, subject.attention, {subject.detail, seen});
}

void StillPicture::paint(QPainter &painter, const QRegion &region) const
{
    const double ratio = m_image.devicePixelRatio();
    for (const QRect &part : region)
        painter.drawPixmap(QRectF(part), m_image,
                           QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio));
}

} // namespace app::graph
