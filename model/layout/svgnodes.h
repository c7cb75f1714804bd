// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layoutrequest.h"
#include "svgcanvas.h"

#include <QHash>

namespace model::layout {

// Draws the nodes of a layout: the shoppers, units with their modules, topics and databases.
class SvgNodes
{
public:
    SvgNodes(SvgCanvas &canvas, const LayoutRequest &request);

    void draw(const PlacedNode &node);

private:
    void drawShoppers(const QRectF &box);
    void drawTopic(const PlacedNode &node);
    void drawStore(const PlacedNode &node);
    void drawUnit(const PlacedNode &node);
    void drawModule(const PlacedModule &module);
    void drawPips(int instances, QPointF first, qreal distance);
    // The one team's class, or none when several share the unit.
    QString teamClassOf(const packaging::Unit &unit) const;
    // "Discovery", or "7 teams".
    QString teamsOf(const packaging::Unit &unit) const;
    // The line below a unit's title: its team, or, when the unit is named like it, what is inside.
    QString subtitleOf(const packaging::Unit &unit) const;
    QString summaryOf(const packaging::Unit &unit) const;
    // "Catalogue, team Discovery, 4 endpoints"
    QString factsOf(const system::Capability &capability) const;
    std::vector<system::TeamId> teamIdsOf(const packaging::Unit &unit) const;
    QString titleOf(const system::TeamId &team) const;
    const system::Capability *capability(const system::CapabilityId &id) const;

    SvgCanvas &m_canvas;
    QHash<QString, const packaging::Unit *> m_units;
    QHash<system::CapabilityId, const system::Capability *> m_capabilities;
    QHash<system::TeamId, std::size_t> m_teamPositions;
    QHash<QString, QString> m_topics;
    const system::System &m_system;
};

} // namespace model::layout
