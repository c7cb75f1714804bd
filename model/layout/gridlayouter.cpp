// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gridlayouter.h"

#include "boxline.h"
#include "gridsearch.h"
#include "modulegrid.h"
#include "rowlayout.h"
#include "straightline.h"
#include "unrest.h"

#include <QMarginsF>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>

namespace model::layout {

using result::Result;

namespace {

constexpr std::size_t fewest = 5; // nodes; below, there is nothing to search
constexpr std::size_t most = 20; // beyond, the search would take too long
constexpr qreal gridMargin = 10;
constexpr double leastBesides = 24; // pixels, so that lines find their way between boxes
constexpr double leastBetween = 28;
constexpr double mostBetween = 80;
constexpr double mostSpread = 120; // where nothing else needs the room
constexpr double spare = 1.15; // places for each box: without room nothing can move
constexpr int mostSpareRows = 3; // so that calls can go down, not aside
constexpr std::size_t widthsTried = 3;
// The first picture waits for them: together 30 ms for 15 boxes (measured on a server).
constexpr GridSearch::Effort quick{1, 4000};
constexpr GridSearch::Effort thorough{2, 10'000};
constexpr std::size_t mostByGraphviz = 250; // nodes; beyond, it takes longer than a person waits
constexpr std::size_t mostLinesByGraphviz = 600;

// Grids which fill a place of this aspect, the narrowest first: the fewer columns, the larger everything is.
std::vector<Grid> gridsFor(const Diagram &diagram, double aspect)
{
    QSizeF box;
    double height = 0; // on average
    const auto nodes = static_cast<double>(diagram.nodes.size());
    for (const DiagramNode &node : diagram.nodes) {
        box = box.expandedTo(node.size);
        height += node.size.height() / nodes;
    }
    const double besides = std::max(leastBesides, diagram.sizes.besides);
    const double between = std::max(leastBetween, diagram.sizes.between);
    std::vector<Grid> grids;
    for (int columns = 2; columns <= static_cast<int>(nodes) && grids.size() < widthsTried; ++columns) {
        const double room = (columns * (box.width() + besides) - besides) / aspect;
        const int least = static_cast<int>(std::ceil(nodes * spare / columns));
        const int largest = static_cast<int>((room + between) / (height + between));
        if (least > largest)
            continue;
        const int rows = std::min({largest, least + mostSpareRows, Grid::most / (2 * columns - 1)});
        if (rows < least)
            continue;
        const double fitting = (room - rows * height) / std::max(rows - 1, 1);
        grids.push_back(
            {columns, rows, box, besides, std::clamp(fitting, between, std::max(between, mostBetween))});
    }
    return grids;
}

QSizeF sizeOf(const std::vector<QRectF> &boxes)
{
    QRectF all;
    for (const QRectF &box : boxes)
        all |= box;
    return {all.right(), all.bottom()};
}

double gridScale(double aspect, const QSizeF &size)
{
    return std::min(aspect / size.width(), 1.0 / size.height());
}

// Whether no line passes a box more closely than it should.
bool isClear(const std::vector<QRectF> &boxes, const Diagram &diagram)
{
    return std::ranges::none_of(diagram.edges, [&](const DiagramEdge &edge) {
        const StraightLine line{boxes[edge.from].center(), boxes[edge.to].center()};
        for (std::size_t node = 0; node < boxes.size(); ++node) {
            if (node != edge.from && node != edge.to && line.passes(boxes[node]))
                return true;
        }
        return false;
    });
}

// What has been found, with its rows apart as far as the place allows: lines are told apart more easily then.
// Empty when a line goes through a box.
std::vector<QRectF> spreadOut(Arrangement arrangement, const Diagram &diagram, double aspect)
{
    auto boxes = arrangement.boxes();
    if (!isClear(boxes, diagram))
        return {};
    const QSizeF size = sizeOf(boxes);
    const double room = size.width() / aspect - size.height();
    const double between = arrangement.grid().between + room / std::max(arrangement.rowsUsed() - 1, 1);
    if (room <= 0)
        return boxes;
    arrangement.spread(std::max(arrangement.grid().between, std::min(between, mostSpread)));
    auto spread = arrangement.boxes();
    return isClear(spread, diagram) ? spread : boxes;
}

// Draws what has been found.
class GridDrawing
{
public:
    GridDrawing(const Diagram &diagram, const std::vector<QRectF> &boxes)
        : m_diagram(diagram)
        , m_boxes(boxes)
    {
        for (const DiagramEdge &edge : diagram.edges)
            ++m_lines[std::minmax(edge.from, edge.to)];
    }
    Layout draw(Direction direction);

private:
    PlacedNode placed(std::size_t node) const;
    QPointF aside(const DiagramEdge &edge);

    const Diagram &m_diagram;
    const std::vector<QRectF> &m_boxes;
    std::map<std::pair<std::size_t, std::size_t>, int> m_lines; // between two boxes, all and those drawn
    std::map<std::pair<std::size_t, std::size_t>, int> m_drawn;
};

PlacedNode GridDrawing::placed(std::size_t node) const
{
    const DiagramNode &drawn = m_diagram.nodes[node];
    PlacedNode placed{drawn.id, m_boxes[node].translated(gridMargin, gridMargin), {}};
    const ModuleGrid grid(m_diagram.sizes, drawn.modules.size());
    for (std::size_t i = 0; i < drawn.modules.size(); ++i)
        placed.modules.push_back({drawn.modules[i], grid.cell(i, placed.box.topLeft())});
    return placed;
}

// By how much a line makes room for others between the same boxes.
QPointF GridDrawing::aside(const DiagramEdge &edge)
{
    const auto ends = std::minmax(edge.from, edge.to);
    return besideOthers(m_boxes[ends.first], m_boxes[ends.second], m_drawn[ends]++, m_lines[ends]);
}

Layout GridDrawing::draw(Direction direction)
{
    Layout layout;
    layout.direction = direction;
    layout.size = sizeOf(m_boxes).grownBy({gridMargin, gridMargin, gridMargin, gridMargin});
    for (std::size_t node = 0; node < m_boxes.size(); ++node)
        layout.nodes.push_back(placed(node));
    for (const DiagramEdge &edge : m_diagram.edges) {
        const PlacedNode &from = layout.nodes[edge.from];
        const PlacedNode &to = layout.nodes[edge.to];
        layout.edges.push_back({from.id, to.id, edge.kind, boxLine(from.box, to.box, aside(edge))});
    }
    return layout;
}

// The boxes of the grid which a quick look finds best, after a thorough one at it; the next grid's when lines
// go through boxes there. Empty when they do everywhere.
std::vector<QRectF> bestBoxes(const Diagram &diagram, Direction direction, double aspect)
{
    std::multimap<double, GridSearch, std::greater<>> searches; // by what they are worth
    for (const Grid &grid : gridsFor(diagram, aspect)) {
        GridSearch search(diagram, direction, grid);
        const auto found = search.best(quick);
        const double scale = gridScale(aspect, sizeOf(found.arrangement.boxes()));
        searches.emplace(scale * scale / found.cost, std::move(search)); // small words are hard to read, too
    }
    for (const auto &[worth, search] : searches) {
        auto boxes = spreadOut(search.best(thorough).arrangement, diagram, aspect);
        if (!boxes.empty())
            return boxes;
    }
    return {};
}

// Large and calm.
double worthOf(const Layout &layout, double aspect)
{
    return gridScale(aspect, layout.size) / std::max(unrestOf(layout).cost(), 1.0);
}

bool isUsual(double aspect)
{
    return aspect > 0.1 && aspect < 10; // not so for what is no number
}

} // namespace

Result<Layout> GridLayouter::layOut(const LayoutRequest &request)
{
    const Diagram diagram = diagramOf(request);
    if (diagram.nodes.size() > mostByGraphviz || diagram.edges.size() > mostLinesByGraphviz)
        return rowLayout(diagram, request.aspect);
    if (diagram.nodes.size() < fewest || diagram.nodes.size() > most || !isUsual(request.aspect))
        return m_graphviz.layOut(request);
    const Direction direction = request.direction.value_or(Direction::TopToBottom);
    const auto best = bestBoxes(diagram, direction, request.aspect);
    auto curved = m_graphviz.layOut(request);
    if (best.empty() || !curved)
        return curved;
    auto straight = GridDrawing(diagram, best).draw(direction);
    if (worthOf(straight, request.aspect) < worthOf(*curved, request.aspect))
        return curved;
    return straight;
}

} // namespace model::layout
