// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "followedstory.h"

#include <app/style/theme.h>

#include <QFont>

class QPainter;

namespace app::graph {

// Draws one step of a request that is followed: everything else is dimmed, a large dot is on its way from who
// asks to who is asked, and the sentence stands below. Owns nothing; GUI thread.
class FollowPainter
{
public:
    // What is drawn where.
    struct Stage
    {
        FollowRoute route;
        FollowedStep step;
        QTransform toPlace; // from the layout's pixels
        QRectF place;
        double progress = 1;
    };

    FollowPainter(QPainter &painter, const style::Theme &theme, const QFont &font);

    // Over a picture that is there.
    void paint(const Stage &stage);
    // A moment of the story as a still picture of this size: all shapes beside each other, with their
    // headings.
    void paintFrame(const FollowedStory &story, size_t moment, const QSizeF &size);

private:
    void paintDimmed(const Stage &stage);
    void paintWay(const Stage &stage);
    void paintWords(const Stage &stage);
    void paintShape(const FollowedShape &shape, size_t moment, const QRectF &place);
    void paintHeading(const FollowedShape &shape, const QRectF &place);

    QPainter &m_painter;
    const style::Theme &m_theme;
    QFont m_font;
};

} // namespace app::graph
