// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "draft.h"

#include <QSet>

#include <algorithm>

namespace model::generation {

using namespace Qt::StringLiterals;
using system::Call;
using system::Capability;
using system::Endpoint;
using system::EndpointId;
using system::Necessity;

namespace {

constexpr int mostCalls = 12; // that one request to an endpoint behind the entry causes
constexpr int neededPercent = 60; // of the calls

Call callTo(const EndpointId &callee, bool isNeeded)
{
    Call call;
    call.to = callee;
    if (!isNeeded) {
        call.necessity = Necessity::Optional;
        call.fallback = u"nothing from %1"_s.arg(callee.capability.value);
    }
    return call;
}

bool hasCallTo(const Endpoint &caller, const EndpointId &callee)
{
    return std::ranges::find(caller.calls, callee, &Call::to) != caller.calls.end();
}

bool isReading(const EndpointId &id)
{
    return id.operation.startsWith(u"GET ");
}

// Who reads only asks others that read.
std::vector<EndpointId> possibleCallees(const Draft &draft, const Endpoint &caller, int layer)
{
    std::vector<EndpointId> all;
    for (std::size_t i = 0; i < draft.layers.size(); ++i) {
        for (const auto &endpoint : draft.system.capabilities[i].endpoints) {
            if (draft.layers[i] > layer && (isReading(endpoint.id) || !isReading(caller.id)))
                all.push_back(endpoint.id);
        }
    }
    return all;
}

void addCallsOf(Draft &draft, Endpoint &caller, int layer)
{
    const auto callees = possibleCallees(draft, caller, layer);
    if (callees.empty())
        return;
    for (int wanted = draft.lots.between(0, 2); wanted > 0; --wanted) {
        const auto &callee = draft.lots.oneOf(callees);
        const bool isNeeded = draft.lots.chance(neededPercent);
        const auto &called = *draft.system.endpoint(callee);
        if (!hasCallTo(caller, callee)
            && costOf(draft.system, caller) + costOf(draft.system, called) < mostCalls)
            caller.calls.push_back(callTo(callee, isNeeded));
    }
}

void follow(const system::System &system, const EndpointId &id, QSet<EndpointId> &reached)
{
    if (reached.contains(id))
        return;
    reached.insert(id);
    for (const auto &call : system.endpoint(id)->calls)
        follow(system, call.to, reached);
}

bool isReached(const Capability &capability, const QSet<EndpointId> &reached)
{
    return std::ranges::any_of(capability.endpoints,
                               [&](const Endpoint &one) { return reached.contains(one.id); });
}

} // namespace

int costOf(const system::System &system, const Endpoint &endpoint)
{
    int cost = 0;
    for (const auto &call : endpoint.calls)
        cost += call.count * (1 + costOf(system, *system.endpoint(call.to)));
    return cost;
}

// From the deepest layer upwards, so that what a call costs is known. The entry's come with the journeys.
void addCalls(Draft &draft)
{
    for (std::size_t i = draft.layers.size(); i-- > 1;) {
        for (auto &endpoint : draft.system.capabilities[i].endpoints)
            addCallsOf(draft, endpoint, draft.layers[i]);
    }
}

void addCallsToTheForgotten(Draft &draft)
{
    auto &doors = draft.system.capabilities.front().endpoints;
    std::vector<std::size_t> reading;
    QSet<EndpointId> reached;
    for (std::size_t i = 0; i < doors.size(); ++i) {
        if (isReading(doors[i].id) && !doors[i].calls.empty() && !doors[i].id.operation.contains(u"/heard/"))
            reading.push_back(i);
        follow(draft.system, doors[i].id, reached);
    }
    // In the order of the layers: who is reached may reach others.
    for (std::size_t i = 1; i < draft.system.capabilities.size(); ++i) {
        const auto &capability = draft.system.capabilities[i];
        if (isReached(capability, reached))
            continue;
        const auto callee = endpointWith(capability, u"GET"_s)->id;
        doors[draft.lots.oneOf(reading)].calls.push_back(callTo(callee, draft.lots.chance(neededPercent)));
        follow(draft.system, callee, reached);
    }
}

} // namespace model::generation
