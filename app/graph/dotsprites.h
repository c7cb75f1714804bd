// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requestdots.h"

#include <app/style/theme.h>

#include <QFont>
#include <QPixmap>
#include <QTransform>

#include <array>

namespace app::graph {

// The picture of one request of each kind, drawn once and stamped hundreds of times a frame. GUI thread.
class DotSprites
{
public:
    // Draws them anew if the theme or the size they are seen in has changed.
    void prepare(const style::Theme &theme, double scale, double ratio);
    void
    paint(QPainter &painter, const QTransform &toWidget, const std::vector<RequestDots::Placed> &dots) const;

    static constexpr double reach = 6; // from a dot's centre to its end, in the layout's pixels

private:
    std::array<QPixmap, 3> m_sprites; // by kind
    style::Theme m_theme;
    double m_scale = 0;
    double m_ratio = 0;
};

} // namespace app::graph
