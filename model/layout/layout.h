// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <QPointF>
#include <QRectF>

#include <vector>

namespace model::layout {

enum class NodeKind
{
    Shoppers, // the customers; one node without a name
    Unit,
    Topic,
    Store // the database of a unit that owns data
};

// What is drawn as one thing. The name is the unit's id, the topic's id, or, of a store, its unit's id.
struct NodeId
{
    NodeKind kind = NodeKind::Unit;
    QString name;

    bool operator==(const NodeId &) const = default;
    auto operator<=>(const NodeId &) const = default;
    friend size_t qHash(const NodeId &id, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(id.kind), id.name);
    }
};

enum class EdgeKind
{
    Required, // at least one of the calls between the two units is required
    Optional, // all of them are
    Event, // messages: to a topic, from a topic, or past it
    Storage // a unit and its database
};

// A capability inside the box of a unit that holds several.
struct PlacedModule
{
    system::CapabilityId id;
    QRectF box;

    bool operator==(const PlacedModule &) const = default;
};

struct PlacedNode
{
    NodeId id;
    QRectF box;
    std::vector<PlacedModule> modules; // empty when the unit is one capability

    bool operator==(const PlacedNode &) const = default;
};

// One line for all calls or all messages from one node to another.
struct PlacedEdge
{
    NodeId from;
    NodeId to;
    EdgeKind kind = EdgeKind::Required;
    std::vector<QPointF>
        curve; // cubic Bezier: a start, then three points a segment; ends on the boxes' borders

    bool operator==(const PlacedEdge &) const = default;
};

enum class Direction
{
    TopToBottom,
    LeftToRight
};

// Where everything is: a value in pixels from the top left corner, keyed by ids, independent of any canvas.
struct Layout
{
    QSizeF size; // holds all boxes and curves, with a margin
    Direction direction = Direction::TopToBottom;
    std::vector<PlacedNode> nodes;
    std::vector<PlacedEdge> edges;

    bool operator==(const Layout &) const = default;
};

} // namespace model::layout
