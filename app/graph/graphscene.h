// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "captions.h"
#include "vitality.h"

#include <QPainterPath>
#include <QSet>

#include <optional>

namespace app::graph {

using model::layout::Layout;
using model::layout::PlacedEdge;
using model::layout::PlacedNode;

// What a person points at: a node, a module inside one, or the calls that go from the node to another.
struct Target
{
    NodeId node;
    std::optional<model::system::CapabilityId> module;
    std::optional<NodeId> callee = {}; // the line from the node to that one

    bool operator==(const Target &) const = default;
};

// What of a picture a person wishes to see. Nothing moves when this changes.
struct Shown
{
    bool messages = true; // topics, and the lines to and from them
    bool stores = true; // databases
    bool teams = true; // the marks of who owns what

    bool operator==(const Shown &) const = default;
};

// Where everything is and what it is called: the fixed part of the picture, joined to what is live by ids.
// Answers geometric questions in the layout's own pixels. A value; knows no widget and no colour.
class GraphScene
{
public:
    GraphScene() = default;
    GraphScene(Layout layout, Captions captions);

    const Layout &layout() const { return m_layout; }
    const Captions &captions() const { return m_captions; }
    bool isEmpty() const { return m_layout.nodes.empty(); }
    const Shown &shown() const { return m_shown; }
    void setShown(const Shown &shown);
    bool isShown(const NodeId &node) const;
    bool isShown(size_t edge) const;

    // The same with the middle of a node there, and its lines straight.
    GraphScene withNodeAt(const NodeId &node, QPointF centre) const;

    // A node, or else the nearest line that is near enough.
    std::optional<Target> targetAt(QPointF position) const;
    // A node, whether it can be selected or not.
    const PlacedNode *nodeAt(QPointF position) const;
    const PlacedNode *node(const NodeId &id) const;
    // The place of a line: about its middle.
    QRectF boxOf(const Target &target) const;
    // All nodes and modules that can be selected, from top to bottom and left to right.
    const std::vector<Target> &targets() const { return m_targets; }
    // The lines of calls that go from a node or to it, the outgoing ones first.
    std::vector<Target> linesOf(const NodeId &node) const;
    // Everything that can be selected: the targets, then all lines.
    const std::vector<Target> &all() const { return m_all; }
    // The nearest target in a direction (a unit vector); the target itself when there is none.
    Target neighbour(const Target &from, QPointF direction) const;
    // The edge's curve, in the order of layout().edges.
    const QPainterPath &path(size_t edge) const { return m_paths[edge]; }
    EdgeId edgeId(size_t edge) const;
    static constexpr double placeOfRate = 0.3; // of the way from who asks
    // Whether words of that size can stand on the line between its ends.
    bool hasRoomFor(size_t edge, QSizeF words) const;
    // Holds the curve.
    const QRectF &bounds(size_t edge) const { return m_bounds[edge]; }
    // The same as straight pieces.
    const QPolygonF &course(size_t edge) const { return m_courses[edge]; }
    // A node and all that it calls, is called by, sends messages to or has them from, past the topics.
    QSet<NodeId> neighbourhood(const NodeId &node) const;
    // The box around all of them.
    QRectF boxAround(const QSet<NodeId> &nodes) const;
    QString title(const Target &target) const;

private:
    void findTargets();
    std::optional<Target> lineAt(QPointF position) const;
    bool isLine(size_t edge) const;
    Target lineOf(size_t edge) const;

    Layout m_layout;
    Captions m_captions;
    Shown m_shown;
    QHash<NodeId, size_t> m_positions; // of nodes in the layout
    std::vector<QPainterPath> m_paths;
    std::vector<QPolygonF> m_courses;
    std::vector<QRectF> m_bounds;
    std::vector<Target> m_targets;
    std::vector<Target> m_all;
};

} // namespace app::graph
