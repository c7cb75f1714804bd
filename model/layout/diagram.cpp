// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagram.h"

#include "modulegrid.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace model::layout {

namespace {

using system::Capability;
using system::CapabilityId;
using system::TopicId;

qreal usable(qreal length)
{
    return std::isfinite(length) ? std::clamp(length, 1.0, 10'000.0) : 1.0;
}

QSizeF usable(QSizeF size)
{
    return {usable(size.width()), usable(size.height())};
}

Sizes usable(const Sizes &sizes)
{
    return {usable(sizes.shoppers), usable(sizes.unit),       usable(sizes.module),  usable(sizes.topic),
            usable(sizes.store),    usable(sizes.unitHeader), usable(sizes.padding), usable(sizes.gap),
            usable(sizes.besides),  usable(sizes.between)};
}

class DiagramBuilder
{
public:
    explicit DiagramBuilder(const LayoutRequest &request)
        : m_request(request)
    {
        m_diagram.sizes = usable(request.sizes);
    }
    Diagram build();

private:
    using Ends = std::pair<std::size_t, std::size_t>;

    void addUnits();
    void addShoppers();
    void addCalls();
    void addEvents();
    void
    addTopic(const TopicId &topic, const std::vector<std::size_t> &from, const std::vector<std::size_t> &to);
    void addStores();
    std::size_t addNode(NodeKind kind, const QString &name, QSizeF size);
    void addEdge(Ends ends, EdgeKind kind, bool ranks = true);
    std::optional<std::size_t> nodeOf(const CapabilityId &capability) const;
    bool isCalled(std::size_t node) const { return m_called.contains(node); }
    template<typename Predicate>
    std::vector<std::size_t> nodesWhere(Predicate predicate) const;

    const LayoutRequest &m_request;
    Diagram m_diagram;
    QHash<CapabilityId, std::size_t> m_nodeOf;
    std::map<Ends, std::size_t> m_callEdges;
    QSet<std::size_t> m_called;
};

Diagram DiagramBuilder::build()
{
    addShoppers();
    addUnits();
    addCalls();
    addEvents();
    if (m_request.stores)
        addStores();
    return std::move(m_diagram);
}

std::size_t DiagramBuilder::addNode(NodeKind kind, const QString &name, QSizeF size)
{
    m_diagram.nodes.push_back({{kind, name}, size, {}});
    return m_diagram.nodes.size() - 1;
}

void DiagramBuilder::addEdge(Ends ends, EdgeKind kind, bool ranks)
{
    m_diagram.edges.push_back({ends.first, ends.second, kind, ranks});
}

std::optional<std::size_t> DiagramBuilder::nodeOf(const CapabilityId &capability) const
{
    const auto found = m_nodeOf.find(capability);
    return found == m_nodeOf.end() ? std::nullopt : std::optional(found.value());
}

void DiagramBuilder::addShoppers()
{
    addNode(NodeKind::Shoppers, {}, m_diagram.sizes.shoppers);
}

void DiagramBuilder::addUnits()
{
    for (const packaging::Unit &unit : m_request.packaging.units) {
        const std::size_t modules = unit.capabilities.size();
        const QSizeF size = modules > 1 ? ModuleGrid(m_diagram.sizes, modules).size() : m_diagram.sizes.unit;
        const std::size_t node = addNode(NodeKind::Unit, unit.id.value, size);
        if (modules > 1)
            m_diagram.nodes[node].modules = unit.capabilities;
        for (const CapabilityId &capability : unit.capabilities)
            m_nodeOf.insert(capability, node);
    }
}

void DiagramBuilder::addCalls()
{
    if (const auto entry = nodeOf(m_request.system.entry))
        addEdge({0, *entry}, EdgeKind::Required);
    for (const Capability &capability : m_request.system.capabilities) {
        const auto from = nodeOf(capability.id);
        for (const system::Endpoint &endpoint : capability.endpoints) {
            for (const system::Call &call : endpoint.calls) {
                const auto to = nodeOf(call.to.capability);
                if (!from || !to || from == to)
                    continue;
                const auto [edge, isNew] = m_callEdges.try_emplace({*from, *to}, m_diagram.edges.size());
                if (isNew)
                    addEdge({*from, *to}, EdgeKind::Optional);
                if (call.necessity == system::Necessity::Required)
                    m_diagram.edges[edge->second].kind = EdgeKind::Required;
                m_called.insert(*to);
            }
        }
    }
}

template<typename Predicate>
std::vector<std::size_t> DiagramBuilder::nodesWhere(Predicate predicate) const
{
    std::vector<std::size_t> nodes;
    for (const Capability &capability : m_request.system.capabilities) {
        const auto node = nodeOf(capability.id);
        if (node && predicate(capability) && std::ranges::find(nodes, *node) == nodes.end())
            nodes.push_back(*node);
    }
    return nodes;
}

void DiagramBuilder::addEvents()
{
    for (const system::Topic &topic : m_request.system.topics) {
        const auto from = nodesWhere([&](const Capability &capability) {
            return std::ranges::find(capability.publishes, topic.id) != capability.publishes.end();
        });
        const auto to = nodesWhere([&](const Capability &capability) {
            return std::ranges::find(capability.consumes, topic.id, &system::Consumption::topic)
                != capability.consumes.end();
        });
        const bool crosses = std::ranges::any_of(to, [&](std::size_t node) {
            return std::ranges::any_of(from, [node](std::size_t other) { return node != other; });
        });
        if (crosses)
            addTopic(topic.id, from, to);
    }
}

void DiagramBuilder::addTopic(const TopicId &topic,
                              const std::vector<std::size_t> &from,
                              const std::vector<std::size_t> &to)
{
    if (!m_request.topics) {
        for (const std::size_t publisher : from) {
            for (const std::size_t consumer : to) {
                if (publisher != consumer)
                    addEdge({publisher, consumer}, EdgeKind::Event, !isCalled(consumer));
            }
        }
        return;
    }
    const std::size_t node = addNode(NodeKind::Topic, topic.value, m_diagram.sizes.topic);
    for (const std::size_t publisher : from)
        addEdge({publisher, node}, EdgeKind::Event);
    for (const std::size_t consumer : to)
        addEdge({node, consumer}, EdgeKind::Event, !isCalled(consumer));
}

void DiagramBuilder::addStores()
{
    for (const std::size_t unit :
         nodesWhere([](const Capability &capability) { return !capability.owns.empty(); })) {
        const QString name = m_diagram.nodes[unit].id.name;
        addEdge({unit, addNode(NodeKind::Store, name, m_diagram.sizes.store)}, EdgeKind::Storage);
    }
}

} // namespace

Diagram diagramOf(const LayoutRequest &request)
{
    return DiagramBuilder(request).build();
}

} // namespace model::layout
