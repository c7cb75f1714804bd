// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphvizlayouter.h"

#include "foldedranks.h"
#include "graphvizgraph.h"
#include "modulegrid.h"

#include <QMarginsF>

#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <clocale>
#include <mutex>

namespace model::layout {

using namespace Qt::StringLiterals;
using result::Result;

namespace {

constexpr qreal margin = 10;
constexpr std::size_t mostTriedTwice = 150; // nodes; beyond, the aspect alone decides the direction
constexpr std::size_t mostFolded = 60; // nodes; beyond, Graphviz takes too long to be asked that often
constexpr std::array<std::size_t, 6> rowsTried{2, 3, 4, 5, 6, 8};
// Measured with Graphviz 2.42 on random layered systems: 500 nodes and 1,000 edges take half a second, 1,000
// and 2,000 three to six seconds, 1,000 and 3,000 more than a minute.
constexpr std::size_t mostNodes = 750;
constexpr std::size_t mostEdges = 1500;

// The one context of the process and its lock. Never freed: a second gvContext() after freeing the first
// reads freed memory (Graphviz 2.42). This is the only such global, because Graphviz is one.
struct Engine
{
    std::mutex lock;
    GVC_t *context = gvContext();
};

Engine &engine()
{
    static auto *const engine = new Engine;
    return *engine;
}

// Graphviz reads and writes numbers by the locale, in which a comma may be the decimal point. Of this thread
// only.
class PlainNumbers
{
public:
    PlainNumbers()
        : m_plain(newlocale(LC_NUMERIC_MASK, "C", duplocale(uselocale(nullptr))))
        , m_before(uselocale(m_plain))
    {
    }
    ~PlainNumbers()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
    PlainNumbers(const PlainNumbers &) = delete;
    PlainNumbers &operator=(const PlainNumbers &) = delete;

private:
    locale_t m_plain;
    locale_t m_before;
};

PlacedNode placed(const DiagramNode &node, QPointF centre, const Sizes &sizes)
{
    const QPointF half(node.size.width() / 2, node.size.height() / 2);
    PlacedNode placed{node.id, QRectF(centre - half, node.size), {}};
    const ModuleGrid grid(sizes, node.modules.size());
    for (std::size_t i = 0; i < node.modules.size(); ++i)
        placed.modules.push_back({node.modules[i], grid.cell(i, placed.box.topLeft())});
    return placed;
}

Layout read(const GraphvizGraph &graph, const Diagram &diagram)
{
    const QPointF corner(margin, margin);
    Layout layout;
    layout.size = graph.size().grownBy({margin, margin, margin, margin});
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        layout.nodes.push_back(placed(diagram.nodes[i], graph.centre(i) + corner, diagram.sizes));
    for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
        const DiagramEdge &edge = diagram.edges[i];
        PlacedEdge line{diagram.nodes[edge.from].id, diagram.nodes[edge.to].id, edge.kind, graph.curve(i)};
        for (QPointF &point : line.curve)
            point += corner;
        layout.edges.push_back(std::move(line));
    }
    return layout;
}

// What is tried: a direction, and how many nodes may stand in a row (0: as Graphviz likes it).
struct Attempt
{
    Direction direction = Direction::TopToBottom;
    std::size_t widest = 0;
};

Result<Layout> layOutBy(const Attempt &attempt, const Diagram &diagram)
{
    GraphvizGraph graph(engine().context, diagram, attempt.direction);
    if (attempt.widest > 0)
        graph.pinRows(foldedRanks(diagram, attempt.widest));
    if (const auto done = graph.layOut(); !done)
        return result::failure(done.error());
    Layout layout = read(graph, diagram);
    layout.direction = attempt.direction;
    return layout;
}

Result<Layout> tooLarge(const Diagram &diagram)
{
    return result::failure(
        result::Kind::InvalidInput,
        u"The picture would have %1 boxes and %2 lines, and nobody could read it. At most %3 and %4 are "
        u"drawn: "
        u"choose a packaging with fewer units, such as by-team."_s.arg(diagram.nodes.size())
            .arg(diagram.edges.size())
            .arg(mostNodes)
            .arg(mostEdges));
}

// How large the layout can be shown in a place of this aspect and height 1. (With an aspect that is no
// number, neither direction is better.)
double scaleIn(double aspect, const QSizeF &size)
{
    return std::min(aspect / size.width(), 1.0 / size.height());
}

std::vector<Attempt> attemptsAt(const Diagram &diagram, std::optional<Direction> direction)
{
    std::vector<Attempt> attempts;
    for (const auto tried : {Direction::TopToBottom, Direction::LeftToRight}) {
        if (direction.has_value() && direction != tried)
            continue;
        attempts.push_back({tried, 0});
        for (const std::size_t widest : rowsTried) {
            if (widest < diagram.nodes.size() && diagram.nodes.size() <= mostFolded)
                attempts.push_back({tried, widest});
        }
    }
    return attempts;
}

} // namespace

Result<Layout> GraphvizLayouter::layOut(const LayoutRequest &request)
{
    const Diagram diagram = diagramOf(request);
    if (diagram.nodes.size() > mostNodes || diagram.edges.size() > mostEdges)
        return tooLarge(diagram);
    const std::scoped_lock locked(engine().lock);
    const PlainNumbers plain;
    if (diagram.nodes.size() > mostTriedTwice) {
        const auto byAspect = request.aspect > 1 ? Direction::LeftToRight : Direction::TopToBottom;
        return layOutBy({request.direction.value_or(byAspect)}, diagram);
    }
    Result<Layout> best = result::failure(result::Kind::Internal, {});
    for (const Attempt &attempt : attemptsAt(diagram, request.direction)) {
        auto layout = layOutBy(attempt, diagram);
        if (!layout)
            return layout;
        if (!best || scaleIn(request.aspect, layout->size) > scaleIn(request.aspect, best->size))
            best = std::move(layout);
    }
    return best;
}

} // namespace model::layout
