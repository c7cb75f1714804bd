// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphpainter.h"

#include <QPixmap>
#include <QRegion>
#include <QTransform>

namespace app::graph {

// What does not move, kept as an image, so that a frame of moving requests costs little more than the
// requests. Only what has changed in it is drawn anew, of a large picture a piece with each frame; what is
// moved under the place is shifted, and only what comes into sight is drawn. GUI thread.
class StillPicture
{
public:
    struct Subject
    {
        const GraphScene &scene;
        const Vitality &vitality;
        const Attention &attention;
        const style::Theme &theme;
        QFont font;
        Detail detail = Detail::Full;
    };

    void invalidate() { m_isStale = true; }
    // Only this part of the picture, in the layout's pixels.
    void invalidate(const QRectF &box) { m_boxes.push_back(box); }
    // Draws anew what need be: for a place of that size on a screen of that ratio. Afterwards some of what
    // has changed may still wait for the next preparation.
    void prepare(const Subject &subject, const QTransform &transform, QSize size, double ratio);
    void paint(QPainter &painter, const QRegion &region) const;
    bool isComplete() const { return m_waiting.empty(); }
    // Of how many of the place's pixels the last preparation has drawn; for tests and measurements.
    qint64 pixelsDrawn() const { return m_pixelsDrawn; }

private:
    void gather(const QTransform &transform, QSize size, int bands);
    void await(QRect part);
    QRegion shift(QPoint way, QSize size, double ratio);
    void draw(const Subject &subject, const QRect &part);

    QPixmap m_image;
    QTransform m_transform;
    std::vector<QRectF> m_boxes; // stale ones
    std::vector<QRect> m_waiting; // parts of the place, apart from each other
    bool m_isStale = true; // all of it
    int m_nextBand = 0; // the one below what was drawn last
    qint64 m_pixelsDrawn = 0;
};

} // namespace app::graph
