// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagram.h"

#include <model/result/result.h>

#include <vector>

struct Agraph_s;
struct Agnode_s;
struct Agedge_s;
struct GVC_s;

namespace model::layout {

// One diagram in Graphviz' own memory. The process's lock of Graphviz is held by whoever has one.
class GraphvizGraph
{
public:
    GraphvizGraph(GVC_s *context, const Diagram &diagram, Direction direction);
    ~GraphvizGraph();
    GraphvizGraph(const GraphvizGraph &) = delete;
    GraphvizGraph &operator=(const GraphvizGraph &) = delete;

    // Has each node stand in the row of that number, in which there is at least one.
    void pinRows(const std::vector<std::size_t> &rows);
    result::Result<void> layOut();

    // In pixels from the top left, after layOut.
    QSizeF size() const;
    QPointF centre(std::size_t node) const;
    std::vector<QPointF> curve(std::size_t edge) const;

private:
    void addNode(const DiagramNode &node);
    void addEdge(const DiagramEdge &edge);
    QPointF fromGraphviz(double x, double y) const;

    GVC_s *m_context;
    Agraph_s *m_graph;
    std::vector<Agnode_s *> m_nodes;
    std::vector<Agedge_s *> m_edges;
    bool m_isLaidOut = false;
};

} // namespace model::layout
