// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "livepicture.h"

#include "breakerbadges.h"
#include "faultbadges.h"
#include "queuebadges.h"
#include "waitbadges.h"

#include <app/wording/figures.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::NodeKind;
using services::platform::FleetSnapshot;
using services::platform::InstanceSnapshot;
using services::runtime::InstanceState;
using wording::ago;
using wording::briefly;
using wording::healthOf;
using wording::words;

namespace {

constexpr double busiestEdge = 9; // dots a second on it: more is a line, not a movement
constexpr double surelyDrawn = 3; // failures a second of each edge: a few do not drown among many requests

QString tr(const char *text)
{
    return QCoreApplication::translate("app::graph::LivePicture", text);
}

// The instance about which there is most to say.
const InstanceSnapshot *worst(const std::vector<const InstanceSnapshot *> &instances)
{
    const auto found = std::ranges::max_element(
        instances, {}, [](const InstanceSnapshot *instance) { return healthOf(instance->status.state); });
    return found == instances.end() ? nullptr : *found;
}

} // namespace

LivePicture::LivePicture(const model::system::System &system, const model::packaging::Packaging &packaging)
    : m_system(system)
    , m_packaging(packaging)
{
    for (const auto &unit : m_packaging.units) {
        for (const auto &capability : unit.capabilities)
            m_nodes[capability] = {NodeKind::Unit, unit.id.value};
    }
}

NodeId LivePicture::unitNode(const model::system::CapabilityId &capability) const
{
    return m_nodes.value(capability, {NodeKind::Unit, {}});
}

void LivePicture::tellOf(const InstanceSnapshot &sick,
                         int well,
                         model::telemetry::Instant now,
                         NodeVitality &live)
{
    const auto state = sick.status.state;
    const QString since = ago(now - sick.status.since);
    const auto all = static_cast<int>(live.pips.size());
    const auto share
        = [&](const QString &form, const QString &what) { return form.arg(all - well).arg(all).arg(what); };
    if (well > 0) {
        live.reason = share(tr("%1 of %2 %3"), words(state));
        live.brief = {share(tr("%1/%2 %3"), briefly(state)), briefly(state)};
    } else {
        live.reason = tr("%1 %2").arg(words(state), since);
        live.brief = {tr("%1 %2").arg(briefly(state), since), briefly(state)};
    }
}

NodeVitality LivePicture::unitVitality(const std::vector<const InstanceSnapshot *> &instances,
                                       model::telemetry::Instant now) const
{
    NodeVitality live;
    double perSecond = 0;
    double failedPerSecond = 0;
    std::chrono::nanoseconds p50{0};
    int well = 0;
    for (const auto *instance : instances) {
        live.pips.push_back(healthOf(instance->status.state));
        perSecond += instance->requests.perSecond;
        failedPerSecond += instance->requests.failedPerSecond;
        p50 = std::max(p50, instance->requests.p50);
        well += instance->status.state == InstanceState::Healthy ? 1 : 0;
    }
    live.figures = perSecond > 0 ? u"%1 · %2"_s.arg(wording::perSecond(perSecond), wording::milliseconds(p50))
                                 : tr("no requests");
    const auto *sick = worst(instances);
    const bool anySick = sick != nullptr && sick->status.state != InstanceState::Healthy;
    if (anySick)
        tellOf(*sick, well, now, live);
    live.isDown = anySick;
    if (sick != nullptr)
        live.health = well > 0 && anySick ? Health::Degraded : healthOf(sick->status.state);
    if (live.health == Health::Good && failedPerSecond > 0.2 * perSecond) {
        live.health = Health::Degraded;
        live.reason = tr("%1 % fail").arg(std::lround(100 * failedPerSecond / perSecond));
    }
    return live;
}

void LivePicture::take(const FleetSnapshot &fleet, model::telemetry::Instant now)
{
    m_causes.take(fleet, m_nodes, now);
}

Vitality LivePicture::vitality(const FleetSnapshot &fleet, model::telemetry::Instant now) const
{
    Vitality vitality;
    QHash<model::system::UnitId, std::vector<const InstanceSnapshot *>> instances;
    for (const auto &instance : fleet.instances)
        instances[instance.status.unit].push_back(&instance);
    for (const auto &unit : m_packaging.units)
        vitality.nodes[{NodeKind::Unit, unit.id.value}] = unitVitality(instances.value(unit.id), now);
    for (const auto &topic : m_system.topics) {
        std::int64_t waiting = 0;
        for (const auto &queue : fleet.queues) { // of each capability that consumes it
            const auto ofTopic = queue.topics.find(topic.id);
            waiting += ofTopic != queue.topics.end() ? ofTopic->second : 0;
        }
        vitality.nodes[{NodeKind::Topic, topic.id.value}].figures = tr("%L1 waiting").arg(waiting);
    }
    const auto flow = flows(fleet);
    for (auto edge = flow.begin(); edge != flow.end(); ++edge) {
        const double share = edge->requests > 0 ? edge->failed / edge->requests : 0;
        const Health health = share > 0.5 ? Health::Bad : share > 0.05 ? Health::Degraded : Health::Good;
        vitality.edges[edge.key()] = health;
        vitality.calls[edge.key()] = edge->failed > 0
            ? tr("%1 · %2 % fail").arg(wording::perSecond(edge->requests)).arg(std::lround(100 * share))
            : wording::perSecond(edge->requests);
    }
    m_causes.add(m_system, m_packaging, now, vitality);
    WaitBadges(m_packaging).add(fleet.instances, vitality);
    BreakerBadges(m_system, m_packaging).add(fleet.calls, vitality);
    FaultBadges(m_system, m_packaging).add(fleet.faults, vitality);
    QueueBadges(m_system, m_packaging).add(fleet.queues, vitality);
    return vitality;
}

QHash<EdgeId, LivePicture::Flow> LivePicture::flows(const FleetSnapshot &fleet) const
{
    QHash<EdgeId, Flow> flows;
    for (const auto &link : fleet.links) {
        if (!link.crossesUnits)
            continue;
        auto &flow = flows[{unitNode(link.link.from), unitNode(link.link.to.capability)}];
        flow.requests += link.calls.perSecond;
        flow.failed += link.calls.failedPerSecond;
    }
    for (const auto &messages : fleet.messages) {
        const NodeId unit{NodeKind::Unit, messages.unit.value};
        const NodeId topic{NodeKind::Topic, messages.topic.value};
        const bool published = messages.way == services::platform::MessageSnapshot::Way::Published;
        auto &flow = flows[published ? EdgeId{unit, topic} : EdgeId{topic, unit}];
        flow.requests += messages.messages.perSecond;
        flow.failed += messages.messages.failedPerSecond;
    }
    auto &shoppers = flows[front()];
    shoppers.requests = fleet.attempts.perSecond;
    shoppers.failed = fleet.attempts.failedPerSecond;
    return flows;
}

EdgeId LivePicture::front() const
{
    return {{NodeKind::Shoppers, {}}, unitNode(m_system.entry)};
}

// Of calls the number since the start is known, of shoppers each result since the snapshot before.
void LivePicture::countDegraded(const FleetSnapshot &fleet)
{
    QHash<EdgeId, Count> counts;
    for (const auto &call : fleet.calls) {
        if (!call.crossesUnits)
            continue;
        auto &count = counts[{unitNode(call.link.from), unitNode(call.link.to.capability)}];
        count.all += call.calls;
        count.degraded += call.degraded;
    }
    auto &shoppers = counts[front()];
    shoppers = m_counts.value(front());
    for (const auto &result : fleet.results) {
        if (result.pending)
            continue; // counted when it ends
        ++shoppers.all;
        if (result.outcome == services::load::Outcome::Degraded)
            ++shoppers.degraded;
    }
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        const auto before = m_counts.constFind(count.key());
        if (before == m_counts.cend())
            continue; // when these came is not known
        count->share = before->share; // until more come
        if (count->all > before->all && count->degraded >= before->degraded)
            count->share = static_cast<double>(count->degraded - before->degraded)
                / static_cast<double>(count->all - before->all);
    }
    m_counts = std::move(counts);
}

std::vector<RequestDots::Traffic>
LivePicture::traffic(const GraphScene &scene, const FleetSnapshot &fleet, RequestDots::Moment period)
{
    std::vector<RequestDots::Traffic> traffic;
    countDegraded(fleet);
    const auto flow = flows(fleet);
    double highest = 1;
    for (const auto &rate : flow)
        highest = std::max(highest, rate.requests);
    const double drawn = std::min(1.0, busiestEdge / highest); // as many dots a request on each edge
    for (size_t edge = 0; edge < scene.layout().edges.size(); ++edge) {
        const EdgeId id = scene.edgeId(edge);
        const auto found = flow.constFind(id);
        if (found == flow.cend())
            continue;
        auto &rest = m_leftOver[id];
        const double failing = std::max(drawn * found->failed, std::min(found->failed, surelyDrawn));
        rest.requests += (drawn * (found->requests - found->failed) + failing) * period.count();
        rest.failed += failing * period.count();
        rest.degraded += drawn * period.count()
            * std::min(m_counts.value(id).share * found->requests, found->requests - found->failed);
        const int requests = static_cast<int>(rest.requests);
        const int failed = std::min(requests, static_cast<int>(rest.failed));
        const int degraded = std::min(requests - failed, static_cast<int>(rest.degraded));
        rest.requests -= requests;
        rest.failed -= failed;
        rest.degraded -= degraded;
        if (requests > 0)
            traffic.push_back({edge, requests, degraded, failed});
    }
    return traffic;
}

} // namespace app::graph
