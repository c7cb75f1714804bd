// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layoutrequest.h"

#include <vector>

namespace model::layout {

struct DiagramNode
{
    NodeId id;
    QSizeF size;
    std::vector<system::CapabilityId> modules; // of a unit with several capabilities
};

struct DiagramEdge
{
    std::size_t from = 0; // positions in Diagram::nodes
    std::size_t to = 0;
    EdgeKind kind = EdgeKind::Required;
    bool ranks = true; // whether it wants its end further down; messages to something that is called do not
};

// What is to be placed, before anything is: the units as boxes, and one edge for all that goes from one to
// another. Calls and messages inside a unit are not seen. Names which the system does not have are left out.
struct Diagram
{
    std::vector<DiagramNode> nodes; // shoppers, units, topics, stores; each in the order of the files
    std::vector<DiagramEdge> edges;
    Sizes sizes; // the request's, made usable: Graphviz does not survive every number
};

Diagram diagramOf(const LayoutRequest &request);

} // namespace model::layout
