// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphvizgraph.h"

#include <QByteArray>

#include <graphviz/gvc.h>

namespace model::layout {

using namespace Qt::StringLiterals;

namespace {

constexpr double pixelsPerInch = 72.0; // Graphviz' points are our pixels

void set(void *object, const char *name, const QByteArray &value)
{
    agsafeset(object, const_cast<char *>(name), const_cast<char *>(value.constData()),
              const_cast<char *>(""));
}

QByteArray inches(double pixels)
{
    return QByteArray::number(pixels / pixelsPerInch, 'f', 5);
}

// How much an edge wants to be short and straight.
QByteArray weightOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::Storage:
        return "20";
    case EdgeKind::Required:
        return "3";
    case EdgeKind::Optional:
        return "2";
    case EdgeKind::Event:
        break;
    }
    return "1";
}

} // namespace

GraphvizGraph::GraphvizGraph(GVC_s *context, const Diagram &diagram, Direction direction)
    : m_context(context)
    , m_graph(agopen(const_cast<char *>("diagram"), Agdirected, nullptr))
{
    set(m_graph, "rankdir", direction == Direction::LeftToRight ? "LR" : "TB");
    set(m_graph, "nodesep", inches(diagram.sizes.besides));
    set(m_graph, "ranksep", inches(diagram.sizes.between));
    set(m_graph, "splines", "true");
    if (diagram.nodes.size() > 100) { // bounds of network simplex and of crossing reduction
        set(m_graph, "nslimit", "4");
        set(m_graph, "mclimit", "0.3");
    }
    for (const DiagramNode &node : diagram.nodes)
        addNode(node);
    for (const DiagramEdge &edge : diagram.edges)
        addEdge(edge);
}

GraphvizGraph::~GraphvizGraph()
{
    if (m_isLaidOut)
        gvFreeLayout(m_context, m_graph);
    agclose(m_graph);
}

void GraphvizGraph::addNode(const DiagramNode &node)
{
    const QByteArray name = QByteArray::number(static_cast<qulonglong>(m_nodes.size()));
    Agnode_t *added = agnode(m_graph, const_cast<char *>(name.constData()), 1);
    set(added, "label", ""); // we draw the texts: no fonts are looked for, and they cannot move anything
    set(added, "shape", "box");
    set(added, "fixedsize", "true");
    set(added, "width", inches(node.size.width()));
    set(added, "height", inches(node.size.height()));
    m_nodes.push_back(added);
}

void GraphvizGraph::addEdge(const DiagramEdge &edge)
{
    Agedge_t *added = agedge(m_graph, m_nodes[edge.from], m_nodes[edge.to], nullptr, 1);
    set(added, "dir", "none"); // the curve goes up to the border; we draw the heads
    set(added, "weight", weightOf(edge.kind));
    set(added, "constraint", edge.ranks ? "true" : "false");
    m_edges.push_back(added);
}

void GraphvizGraph::pinRows(const std::vector<std::size_t> &rows)
{
    std::vector<Agraph_t *> made;
    std::vector<Agnode_t *> firsts;
    for (std::size_t node = 0; node < rows.size(); ++node) {
        while (made.size() <= rows[node]) {
            const QByteArray name = "row" + QByteArray::number(static_cast<qulonglong>(made.size()));
            made.push_back(agsubg(m_graph, const_cast<char *>(name.constData()), 1));
            set(made.back(), "rank", "same");
            firsts.push_back(nullptr);
        }
        agsubnode(made[rows[node]], m_nodes[node], 1);
        if (firsts[rows[node]] == nullptr)
            firsts[rows[node]] = m_nodes[node];
    }
    // A chain of unseen edges keeps each row below the one before it.
    for (std::size_t row = 1; row < firsts.size(); ++row) {
        Agedge_t *link = agedge(m_graph, firsts[row - 1], firsts[row], const_cast<char *>("chain"), 1);
        set(link, "style", "invis");
        set(link, "weight", "0");
    }
}

result::Result<void> GraphvizGraph::layOut()
{
    m_isLaidOut = true; // also what has failed must be freed
    if (gvLayout(m_context, m_graph, "dot") != 0)
        return result::failure(
            result::Kind::Internal,
            u"Graphviz could not lay out the system. Is its 'dot' plugin installed (libgvc6)?"_s);
    return {};
}

QPointF GraphvizGraph::fromGraphviz(double x, double y) const
{
    const boxf bounds = GD_bb(m_graph);
    return {x - bounds.LL.x, bounds.UR.y - y};
}

QSizeF GraphvizGraph::size() const
{
    const boxf bounds = GD_bb(m_graph);
    return {bounds.UR.x - bounds.LL.x, bounds.UR.y - bounds.LL.y};
}

QPointF GraphvizGraph::centre(std::size_t node) const
{
    const pointf centre = ND_coord(m_nodes[node]);
    return fromGraphviz(centre.x, centre.y);
}

std::vector<QPointF> GraphvizGraph::curve(std::size_t edge) const
{
    std::vector<QPointF> points;
    const splines *pieces = ED_spl(m_edges[edge]);
    for (int i = 0; pieces != nullptr && i < pieces->size; ++i) {
        const bezier &piece = pieces->list[i];
        for (int j = points.empty() ? 0 : 1; j < piece.size; ++j) // pieces share the point where they meet
            points.push_back(fromGraphviz(piece.list[j].x, piece.list[j].y));
    }
    return points;
}

} // namespace model::layout
