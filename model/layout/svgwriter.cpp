// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "svgwriter.h"

#include "counted.h"
#include "svgcanvas.h"
#include "svgnodes.h"
#include "svgstyle.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace model::layout {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal pageMargin = 16;
constexpr qreal headerHeight = 52;
constexpr qreal legendHeight = 32;
constexpr qreal legendSample = 26; // the length of the line which stands before a legend's words

struct EdgeLook
{
    EdgeKind kind;
    QString styleClass;
    QString words; // in the legend
    QString verb; // between its ends
    bool hasHead;
};

const std::array<EdgeLook, 4> &edgeLooks()
{
    static const std::array<EdgeLook, 4> looks{{
        {EdgeKind::Required, u"required"_s, u"required call"_s, u"needs"_s, true},
        {EdgeKind::Optional, u"optional"_s, u"optional call, with a fallback"_s,
         u"calls, but can do without"_s, true},
        {EdgeKind::Event, u"event"_s, u"messages"_s, u"sends messages to"_s, true},
        {EdgeKind::Storage, u"storage"_s, u"its own database"_s, u"keeps its data in"_s, false},
    }};
    return looks;
}

const EdgeLook &lookOf(EdgeKind kind)
{
    return *std::ranges::find(edgeLooks(), kind, &EdgeLook::kind);
}

class SvgWriter
{
public:
    SvgWriter(const LayoutRequest &request, const Layout &layout);
    QByteArray write();

private:
    QString figures() const;
    QString titleOf(const NodeId &node) const;
    std::vector<EdgeLook> legend() const;
    static qreal legendWidth(const std::vector<EdgeLook> &looks);
    QSizeF documentSize() const;
    void drawHeader(SvgCanvas &canvas) const;
    void drawEdges(SvgCanvas &canvas) const;
    void drawNodes(SvgCanvas &canvas) const;
    void drawLegend(SvgCanvas &canvas) const;

    const LayoutRequest &m_request;
    const Layout &m_layout;
    QPointF m_offset; // of the layout within the document
};

SvgWriter::SvgWriter(const LayoutRequest &request, const Layout &layout)
    : m_request(request)
    , m_layout(layout)
{
    m_offset = {(documentSize().width() - layout.size.width()) / 2, headerHeight};
}

// The units, teams and databases, as in "11 units · 7 teams · 10 databases".
QString SvgWriter::figures() const
{
    QHash<system::CapabilityId, bool> owns;
    for (const system::Capability &capability : m_request.system.capabilities)
        owns.insert(capability.id, !capability.owns.empty());
    const auto ownsData = [&](const packaging::Unit &unit) {
        return std::ranges::any_of(unit.capabilities, [&](const auto &id) { return owns.value(id); });
    };
    const auto databases = std::ranges::count_if(m_request.packaging.units, ownsData);
    return counted(m_request.packaging.units.size(), u"unit"_s) + u" · "_s
        + counted(m_request.system.teams.size(), u"team"_s) + u" · "_s
        + counted(static_cast<std::size_t>(databases), u"database"_s);
}

QString SvgWriter::titleOf(const NodeId &node) const
{
    switch (node.kind) {
    case NodeKind::Shoppers:
        return u"Shoppers"_s;
    case NodeKind::Topic:
        return u"topic %1"_s.arg(node.name);
    case NodeKind::Store:
        return u"%1.db"_s.arg(node.name);
    case NodeKind::Unit:
        break;
    }
    const auto &units = m_request.packaging.units;
    const auto unit = std::ranges::find(units, node.name, [](const auto &each) { return each.id.value; });
    return unit == units.end() || unit->title.isEmpty() ? node.name : unit->title;
}

std::vector<EdgeLook> SvgWriter::legend() const
{
    std::vector<EdgeLook> looks;
    for (const EdgeLook &look : edgeLooks()) {
        if (std::ranges::find(m_layout.edges, look.kind, &PlacedEdge::kind) != m_layout.edges.end())
            looks.push_back(look);
    }
    return looks;
}

qreal SvgWriter::legendWidth(const std::vector<EdgeLook> &looks)
{
    qreal width = 0;
    for (const EdgeLook &look : looks)
        width += legendSample + 8 + widthOf(look.words, {11}) + 18;
    return width;
}

QSizeF SvgWriter::documentSize() const
{
    const qreal width = std::max({m_layout.size.width(), legendWidth(legend()) + 2 * pageMargin, 280.0});
    return {width, headerHeight + m_layout.size.height() + legendHeight};
}

QByteArray SvgWriter::write()
{
    const packaging::Packaging &packaging = m_request.packaging;
    QByteArray document;
    SvgCanvas canvas(document, documentSize());
    canvas.describe(u"%1: %2"_s.arg(m_request.system.title, packaging.title),
                    u"The units of %1 packaged as %2, and what they call: %3."_s.arg(
                        m_request.system.title, packaging.title, figures()));
    canvas.style(svgStyleSheet());
    for (const EdgeLook &look : edgeLooks()) {
        if (look.hasHead)
            canvas.arrowHead(look.styleClass + u"-arrow"_s, look.styleClass + u"-head"_s);
    }
    canvas.rectangle({{0, 0}, documentSize()}, 0, u"canvas"_s);
    drawHeader(canvas);
    drawEdges(canvas);
    drawNodes(canvas);
    drawLegend(canvas);
    canvas.finish();
    return document;
}

void SvgWriter::drawHeader(SvgCanvas &canvas) const
{
    const qreal width = documentSize().width() - 2 * pageMargin;
    canvas.text({pageMargin, 26}, m_request.packaging.title, u"heading"_s, {15, true}, width);
    canvas.text({pageMargin, 44}, figures(), u"small"_s, {11}, width);
}

void SvgWriter::drawEdges(SvgCanvas &canvas) const
{
    for (const PlacedEdge &edge : m_layout.edges) {
        const EdgeLook &look = lookOf(edge.kind);
        std::vector<QPointF> curve = edge.curve;
        for (QPointF &point : curve)
            point += m_offset;
        canvas.beginGroup(u"edge"_s, u"%1 %2 %3"_s.arg(titleOf(edge.from), look.verb, titleOf(edge.to)));
        canvas.curve(curve, look.styleClass, look.hasHead ? look.styleClass + u"-arrow"_s : QString());
        canvas.endGroup();
    }
}

void SvgWriter::drawNodes(SvgCanvas &canvas) const
{
    SvgNodes nodes(canvas, m_request);
    for (PlacedNode node : m_layout.nodes) {
        node.box.translate(m_offset);
        for (PlacedModule &module : node.modules)
            module.box.translate(m_offset);
        nodes.draw(node);
    }
}

void SvgWriter::drawLegend(SvgCanvas &canvas) const
{
    QPointF at(pageMargin, documentSize().height() - 14);
    for (const EdgeLook &look : legend()) {
        const QPointF start = at - QPointF(0, 4);
        const QPointF end = start + QPointF(legendSample, 0);
        canvas.curve({start, start, end, end}, look.styleClass,
                     look.hasHead ? look.styleClass + u"-arrow"_s : QString());
        const qreal width = widthOf(look.words, {11});
        canvas.text(at + QPointF(legendSample + 8, 0), look.words, u"small"_s, {11}, width);
        at += QPointF(legendSample + 8 + width + 18, 0);
    }
}

} // namespace

QByteArray writeSvg(const LayoutRequest &request, const Layout &layout)
{
    return SvgWriter(request, layout).write();
}

} // namespace model::layout
