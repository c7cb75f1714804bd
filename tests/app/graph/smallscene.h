// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/graph/graphscene.h>

#include <QColor>
#include <QImage>

namespace tests::graph {

using namespace Qt::StringLiterals;
using namespace app::graph;
using model::layout::NodeKind;

inline NodeId unit(const QString &name)
{
    return {NodeKind::Unit, name};
}

// Left and right, and below them a unit of two modules.
inline GraphScene scene()
{
    Layout layout;
    layout.size = {400, 300};
    layout.nodes = {{unit(u"left"_s), QRectF(20, 20, 120, 60), {}},
                    {unit(u"right"_s), QRectF(260, 20, 120, 60), {}},
                    {unit(u"below"_s),
                     QRectF(100, 150, 200, 120),
                     {{{u"one"_s}, QRectF(110, 200, 80, 30)}, {{u"two"_s}, QRectF(200, 200, 80, 30)}}}};
    layout.edges = {{unit(u"left"_s),
                     unit(u"right"_s),
                     model::layout::EdgeKind::Required,
                     {QPointF(140, 50), QPointF(180, 50), QPointF(220, 50), QPointF(260, 50)}}};
    Captions captions;
    captions.fleet = u"Both"_s;
    captions.nodes[unit(u"left"_s)] = {u"Left"_s, 0, u"Web"_s};
    captions.nodes[unit(u"below"_s)] = {u"Below"_s, {}, {}};
    captions.modules[{u"one"_s}] = {u"One"_s, 1, u"Shop"_s};
    return GraphScene(layout, captions);
}

// So many boxes that they are not all drawn at once.
inline Layout layoutOfMany()
{
    Layout layout;
    layout.size = {4000, 3000};
    for (int node = 0; node < 1200; ++node)
        layout.nodes.push_back(
            {unit(QString::number(node)), QRectF(node % 40 * 100, node / 40 * 100, 60, 60), {}});
    return layout;
}

// How many pixels there have that colour.
inline int pixelsOf(const QImage &image, const QRect &place, const QColor &colour)
{
    int found = 0;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            found += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return found;
}

} // namespace tests::graph
