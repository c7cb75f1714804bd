// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowlayout.h"

#include "boxline.h"
#include "foldedranks.h"
#include "modulegrid.h"

#include <QMarginsF>

#include <algorithm>
#include <cmath>

namespace model::layout {

namespace {

constexpr qreal rowMargin = 10;
constexpr double leastBesidesInRow = 24;
constexpr double leastBetweenRows = 56; // so that lines can be told apart between them
constexpr int sweeps = 6; // more change nothing that anybody sees

using Row = std::vector<std::size_t>; // nodes, from left to right

// The rows of a diagram, and where each box stands in its row.
class Rows
{
public:
    Rows(const Diagram &diagram, double aspect);

    void order();
    std::vector<QRectF> boxes() const;

private:
    double wanted(std::size_t node) const;
    void settle(const Row &row);
    double besides() const { return std::max(leastBesidesInRow, m_diagram.sizes.besides); }
    double between() const { return std::max(leastBetweenRows, m_diagram.sizes.between); }

    const Diagram &m_diagram;
    std::vector<Row> m_rows;
    std::vector<std::vector<std::size_t>> m_neighbours;
    std::vector<double> m_middles; // of each box, in pixels from the middle of its row
};

// How many boxes a row holds for the whole to have the place's shape.
std::size_t widestRow(const Diagram &diagram, double aspect, double besides, double between)
{
    QSizeF mean;
    for (const auto &node : diagram.nodes)
        mean += node.size / static_cast<double>(diagram.nodes.size());
    const double shape = std::isfinite(aspect) ? std::clamp(aspect, 0.2, 5.0) : 1.6;
    const double area = static_cast<double>(diagram.nodes.size()) * shape * (mean.height() + between);
    return static_cast<std::size_t>(std::max(1.0, std::round(std::sqrt(area / (mean.width() + besides)))));
}

Rows::Rows(const Diagram &diagram, double aspect)
    : m_diagram(diagram)
    , m_neighbours(diagram.nodes.size())
    , m_middles(diagram.nodes.size(), 0)
{
    const auto ranks = foldedRanks(diagram, widestRow(diagram, aspect, besides(), between()));
    for (std::size_t node = 0; node < ranks.size(); ++node) {
        m_rows.resize(std::max(m_rows.size(), ranks[node] + 1));
        m_rows[ranks[node]].push_back(node);
    }
    for (const auto &edge : diagram.edges) {
        m_neighbours[edge.from].push_back(edge.to);
        m_neighbours[edge.to].push_back(edge.from);
    }
    for (const auto &row : m_rows)
        settle(row);
}

double Rows::wanted(std::size_t node) const
{
    double sum = 0;
    for (const auto other : m_neighbours[node])
        sum += m_middles[other];
    const auto count = static_cast<double>(m_neighbours[node].size());
    return count > 0 ? sum / count : m_middles[node];
}

// Gives the boxes of a row their places, side by side around the middle.
void Rows::settle(const Row &row)
{
    double width = -besides();
    for (const auto node : row)
        width += m_diagram.nodes[node].size.width() + besides();
    double left = -width / 2;
    for (const auto node : row) {
        const double own = m_diagram.nodes[node].size.width();
        m_middles[node] = left + own / 2;
        left += own + besides();
    }
}

void Rows::order()
{
    const auto orderRow = [this](Row &row) {
        std::vector<std::pair<double, std::size_t>> wishes;
        for (const auto node : row)
            wishes.emplace_back(wanted(node), node);
        std::ranges::stable_sort(wishes, {}, &std::pair<double, std::size_t>::first);
        std::ranges::transform(wishes, row.begin(), &std::pair<double, std::size_t>::second);
        settle(row);
    };
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        std::ranges::for_each(m_rows, orderRow); // down, and up again
        std::for_each(m_rows.rbegin(), m_rows.rend(), orderRow);
    }
}

std::vector<QRectF> Rows::boxes() const
{
    double left = 0;
    for (std::size_t node = 0; node < m_middles.size(); ++node)
        left = std::min(left, m_middles[node] - m_diagram.nodes[node].size.width() / 2);
    std::vector<QRectF> boxes(m_middles.size());
    double top = rowMargin;
    for (const auto &row : m_rows) {
        double height = 0;
        for (const auto node : row)
            height = std::max(height, m_diagram.nodes[node].size.height());
        for (const auto node : row) {
            const QSizeF size = m_diagram.nodes[node].size;
            boxes[node] = {
                {m_middles[node] - size.width() / 2 - left + rowMargin, top + (height - size.height()) / 2},
                size};
        }
        top += height + between();
    }
    return boxes;
}

// Down from box to box in a soft bow; what does not go down goes straight.
std::vector<QPointF> rowLine(const QRectF &from, const QRectF &to)
{
    if (to.top() <= from.bottom())
        return boxLine(from, to);
    const QPointF start(from.center().x(), from.bottom());
    const QPointF end(to.center().x(), to.top());
    const QPointF bend(0, (end.y() - start.y()) / 2);
    return {start, start + bend, end - bend, end};
}

} // namespace

Layout rowLayout(const Diagram &diagram, double aspect)
{
    Rows rows(diagram, aspect);
    rows.order();
    const auto boxes = rows.boxes();
    Layout layout;
    QRectF all;
    for (std::size_t node = 0; node < boxes.size(); ++node) {
        const auto &drawn = diagram.nodes[node];
        PlacedNode placed{drawn.id, boxes[node], {}};
        const ModuleGrid grid(diagram.sizes, drawn.modules.size());
        for (std::size_t module = 0; module < drawn.modules.size(); ++module)
            placed.modules.push_back({drawn.modules[module], grid.cell(module, placed.box.topLeft())});
        all |= placed.box;
        layout.nodes.push_back(std::move(placed));
    }
    for (const auto &edge : diagram.edges)
        layout.edges.push_back({diagram.nodes[edge.from].id, diagram.nodes[edge.to].id, edge.kind,
                                rowLine(boxes[edge.from], boxes[edge.to])});
    layout.size = {all.right() + rowMargin, all.bottom() + rowMargin};
    return layout;
}

} // namespace model::layout
