// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout.h"

#include <QHash>
#include <QSet>

namespace model::layout {

// Where a person has put what, of one picture: nodes by the middle of their boxes. Nodes that are not in it
// stand where the layout puts them. A value, kept between starts.
struct Placement
{
    QHash<NodeId, QPointF> centres; // in the pixels of the layout
    QSet<NodeId> pinned; // of these: they stay when the picture is tidied up

    bool isEmpty() const { return centres.isEmpty(); }
    // Only what was pinned is left.
    Placement tidied() const;

    bool operator==(const Placement &) const = default;
};

// All nodes where a layout has them; those pinned which are in it.
Placement placementOf(const Layout &layout, const QSet<NodeId> &pinned);

// The layout with everything where it was put. Who is not in the placement and would be covered gives way;
// lines of what has moved go straight from box to box, all others keep their curves.
Layout withPlacement(const Layout &layout, const Placement &placement);

// While a node is on its way: it is there, its lines are straight, and all else is as it was. The picture is
// as large as it was.
Layout withNodeAt(const Layout &layout, const NodeId &node, QPointF centre);

} // namespace model::layout
