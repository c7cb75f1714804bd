// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphpainter.h"

#include <QPixmap>
#include <QTransform>

namespace app::graph {

// What does not move, kept as an image: drawn again only when something of it has changed, so that a frame of
// moving requests costs little more than the requests. GUI thread.
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
    };

    void invalidate() { m_isStale = true; }
    // Draws anew if need be: for a place of that size on a screen of that ratio.
    void prepare(const Subject &subject, const QTransform &transform, QSize size, double ratio);
    void paint(QPainter &painter, const QRegion &region) const;

private:
    QPixmap m_image;
    bool m_isStale = true;
};

} // namespace app::graph
