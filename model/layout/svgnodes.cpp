// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "svgnodes.h"

#include "counted.h"
#include "svgstyle.h"

#include <QStringList>

#include <algorithm>

namespace model::layout {

using namespace Qt::StringLiterals;
using system::Capability;
using system::CapabilityId;
using system::TeamId;

namespace {

constexpr qreal inset = 14; // of texts, from the left border
constexpr qreal pipDistance = 10;
constexpr int mostPips = 6; // instances drawn one by one

QString sentence(const QString &text)
{
    return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
}

} // namespace

SvgNodes::SvgNodes(SvgCanvas &canvas, const LayoutRequest &request)
    : m_canvas(canvas)
    , m_system(request.system)
{
    for (const packaging::Unit &unit : request.packaging.units)
        m_units.insert(unit.id.value, &unit);
    for (const Capability &each : m_system.capabilities)
        m_capabilities.insert(each.id, &each);
    for (const system::Team &team : m_system.teams)
        m_teamPositions.insert(team.id, m_teamPositions.size());
    for (const system::Topic &topic : m_system.topics)
        m_topics.insert(topic.id.value, topic.summary);
}

void SvgNodes::draw(const PlacedNode &node)
{
    switch (node.id.kind) {
    case NodeKind::Shoppers:
        return drawShoppers(node.box);
    case NodeKind::Unit:
        return drawUnit(node);
    case NodeKind::Topic:
        return drawTopic(node);
    case NodeKind::Store:
        return drawStore(node);
    }
}

void SvgNodes::drawShoppers(const QRectF &box)
{
    m_canvas.beginGroup(u"shoppers"_s, u"Shoppers: everybody who uses the system"_s);
    m_canvas.rectangle(box, box.height() / 2, u"box"_s);
    m_canvas.text(box.center() + QPointF(0, 4), u"Shoppers"_s, u"centred"_s, {12}, box.width() - inset);
    m_canvas.endGroup();
}

void SvgNodes::drawTopic(const PlacedNode &node)
{
    const QString &name = node.id.name;
    m_canvas.beginGroup(u"topic-node"_s, u"Topic %1. %2"_s.arg(name, sentence(m_topics.value(name))));
    m_canvas.rectangle(node.box, node.box.height() / 2, u"topic"_s);
    m_canvas.text(node.box.center() + QPointF(0, 4), name, u"tag"_s, {11}, node.box.width() - inset);
    m_canvas.endGroup();
}

void SvgNodes::drawStore(const PlacedNode &node)
{
    const packaging::Unit *unit = m_units.value(node.id.name);
    QStringList owned;
    for (const CapabilityId &id : unit != nullptr ? unit->capabilities : std::vector<CapabilityId>()) {
        if (const Capability *owner = capability(id))
            owned += QStringList(owner->owns.begin(), owner->owns.end());
    }
    m_canvas.beginGroup(u"store-node"_s, u"Database of %1: %2"_s.arg(node.id.name, owned.join(u", "_s)));
    m_canvas.cylinder(node.box, u"store"_s);
    m_canvas.text(node.box.center() + QPointF(0, node.box.height() / 7 + 3), node.id.name + u".db"_s,
                  u"tag"_s, {11}, node.box.width() - 8);
    m_canvas.endGroup();
}

void SvgNodes::drawUnit(const PlacedNode &node)
{
    const packaging::Unit *unit = m_units.value(node.id.name);
    if (unit == nullptr)
        return;
    const bool isGroup = !node.modules.empty();
    const QPointF corner = node.box.topLeft();
    m_canvas.beginGroup(isGroup ? u"unit group"_s : u"unit"_s, summaryOf(*unit));
    m_canvas.rectangle(node.box, isGroup ? 10 : 8, u"box"_s);
    if (const QString team = teamClassOf(*unit); !team.isEmpty())
        m_canvas.rectangle({corner + QPointF(0, 10), QSizeF(4, node.box.height() - 20)}, 2, team);
    const qreal width = node.box.width() - 2 * inset;
    m_canvas.text(corner + QPointF(inset, 22), unit->title, u"name"_s, {13, true}, width);
    m_canvas.text(corner + QPointF(inset, 38), subtitleOf(*unit), u"small"_s, {11}, width);
    if (isGroup)
        drawPips(unit->instances, node.box.topRight() + QPointF(-inset - 3, 34), -pipDistance);
    else
        drawPips(unit->instances, node.box.bottomLeft() + QPointF(inset + 3, -11), pipDistance);
    for (const PlacedModule &module : node.modules)
        drawModule(module);
    m_canvas.endGroup();
}

void SvgNodes::drawModule(const PlacedModule &module)
{
    const Capability *shown = capability(module.id);
    m_canvas.beginGroup(u"module-node"_s,
                        shown != nullptr ? factsOf(*shown) + u". "_s + sentence(shown->purpose)
                                         : module.id.value);
    m_canvas.rectangle(module.box, 6, u"module"_s);
    if (shown != nullptr)
        m_canvas.rectangle({module.box.topLeft() + QPointF(0, 6), QSizeF(3, module.box.height() - 12)}, 1.5,
                           svgTeamClass(m_teamPositions.value(shown->team)));
    m_canvas.text({module.box.left() + 12, module.box.center().y() + 4},
                  shown != nullptr ? shown->title : module.id.value, u"module-name"_s, {12},
                  module.box.width() - 20);
    m_canvas.endGroup();
}

void SvgNodes::drawPips(int instances, QPointF first, qreal distance)
{
    const int pips = std::min(instances, mostPips);
    for (int i = 0; i < pips; ++i)
        m_canvas.circle(first + QPointF(distance * i, 0), 3.2, u"pip"_s);
}

QString SvgNodes::teamClassOf(const packaging::Unit &unit) const
{
    const auto teams = teamIdsOf(unit);
    return teams.size() == 1 ? svgTeamClass(m_teamPositions.value(teams.front())) : QString();
}

QString SvgNodes::teamsOf(const packaging::Unit &unit) const
{
    const auto teams = teamIdsOf(unit);
    return teams.size() == 1 ? titleOf(teams.front()) : counted(teams.size(), u"team"_s);
}

QString SvgNodes::subtitleOf(const packaging::Unit &unit) const
{
    const QString teams = teamsOf(unit);
    if (teams != unit.title)
        return teams;
    const Capability *only = unit.capabilities.size() == 1 ? capability(unit.capabilities.front()) : nullptr;
    return only != nullptr ? only->title : counted(unit.capabilities.size(), u"capability"_s);
}

QString SvgNodes::summaryOf(const packaging::Unit &unit) const
{
    const QString name = unit.title.isEmpty() ? unit.id.value : unit.title;
    const QString copies = counted(static_cast<std::size_t>(std::max(unit.instances, 0)), u"instance"_s);
    if (const Capability *only
        = unit.capabilities.size() == 1 ? capability(unit.capabilities.front()) : nullptr)
        return u"%1, %2. %3"_s.arg(factsOf(*only), copies, sentence(only->purpose));
    return u"%1: one unit of %2 of %3, %4."_s.arg(name, counted(unit.capabilities.size(), u"capability"_s),
                                                  teamsOf(unit), copies);
}

QString SvgNodes::factsOf(const Capability &each) const
{
    return u"%1, team %2, %3"_s.arg(each.title, titleOf(each.team),
                                    counted(each.endpoints.size(), u"endpoint"_s));
}

std::vector<TeamId> SvgNodes::teamIdsOf(const packaging::Unit &unit) const
{
    std::vector<TeamId> teams;
    for (const CapabilityId &id : unit.capabilities) {
        const Capability *each = capability(id);
        if (each != nullptr && std::ranges::find(teams, each->team) == teams.end())
            teams.push_back(each->team);
    }
    return teams;
}

QString SvgNodes::titleOf(const TeamId &team) const
{
    const auto position = m_teamPositions.find(team);
    return position == m_teamPositions.end() ? team.value : m_system.teams[position.value()].title;
}

const Capability *SvgNodes::capability(const CapabilityId &id) const
{
    return m_capabilities.value(id);
}

} // namespace model::layout
