// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphpainter.h"

#include <algorithm>

namespace app::graph {

struct GraphPainter::Look
{
    Health health = Health::Neutral;
    bool selected = false;
    bool hovered = false;
    Threat threat = Threat::None;
    bool found = false;
    bool pinned = false;
};

struct GraphPainter::Subject
{
    const GraphScene &scene;
    const Vitality &vitality;
    const Attention &attention;
    const PictureFrame &frame;

    bool isSeen(const QRectF &box) const
    {
        constexpr double around = 12; // that signs of it may take
        return frame.part.intersects(box.adjusted(-around, -around, around, around));
    }
    // Whether the line itself comes there, not only the box around all of it: of a long one a part is drawn
    // for a small price only where it is.
    bool isLineSeen(size_t edge) const
    {
        const auto &course = scene.course(edge);
        for (qsizetype corner = 1; corner < course.size(); ++corner) {
            if (isSeen(QRectF(course[corner - 1], course[corner]).normalized()))
                return true;
        }
        return false;
    }
    double opacityOf(const NodeId &node) const
    {
        constexpr double faded = 0.18; // what is not in focus
        return attention.focus.isEmpty() || attention.focus.contains(node) ? 1 : faded;
    }
    double opacityOf(size_t edge) const
    {
        const auto id = scene.edgeId(edge);
        return std::min(opacityOf(id.from), opacityOf(id.to));
    }
};

} // namespace app::graph
