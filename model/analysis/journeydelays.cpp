// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeydelays.h"

#include <algorithm>

namespace model::analysis {

using system::EndpointId;

namespace {

constexpr int points = 3000;
constexpr double reach = 25; // times the longest work and wait of one request: then less than 1e-6 is beyond
constexpr int deepestCall = 64; // optional calls may lead back to where they began

double seconds(std::chrono::microseconds time)
{
    return Seconds(time).count();
}

} // namespace

JourneyDelays::JourneyDelays(World world)
    : m_world(world)
{
    double longest = 1e-6;
    for (const auto &[unit, station] : m_world.stations) {
        double service = 0;
        for (const auto &flow : station.flows)
            service = std::max(service, flow.serviceSeconds);
        longest = std::max(longest, service + station.meanWait());
    }
    m_step = longest * reach / points;
}

Delay JourneyDelays::nothing() const
{
    return {m_step, points};
}

Delay JourneyDelays::of(const system::Journey &journey) const
{
    const auto known = m_world.costs.journeys.constFind(journey.id);
    const bool isKnown = known != m_world.costs.journeys.cend();
    Delay delay = nothing();
    for (const auto &step : journey.steps)
        addRequest(delay, step.endpoint, true, isKnown ? Hops::KnownInAll : Hops::Counted);
    if (isKnown)
        delay.addFixed(known->count());
    return delay;
}

void JourneyDelays::addRequest(Delay &delay, const EndpointId &id, bool crosses, Hops hops) const
{
    const auto *endpoint = m_world.system.endpoint(id);
    if (endpoint == nullptr || m_depth == deepestCall)
        return;
    ++m_depth;
    addHop(delay, crosses, hops);
    addWait(delay, id.capability);
    delay.addExponential(seconds(endpoint->serviceTime));
    for (const auto &call : endpoint->calls)
        addCall(delay, id, call, hops);
    --m_depth;
}

void JourneyDelays::addCall(Delay &delay, const EndpointId &from, const system::Call &call, Hops hops) const
{
    const bool crosses = m_world.packaging.crosses(from.capability, call.to.capability);
    const auto *callee = m_world.system.endpoint(call.to);
    if (callee == nullptr || call.undoes || m_depth == deepestCall)
        return;
    if (call.count == 1) {
        addRequest(delay, call.to, crosses, hops);
        return;
    }
    ++m_depth;
    addHop(delay, crosses, hops);
    addWait(delay, call.to.capability);
    addTogether(delay, *callee, call.count);
    for (const auto &further : callee->calls)
        addCall(delay, call.to, further, hops);
    --m_depth;
}

// From the moment when the first of the group has a worker until the last is done. Work is exponential, so
// that whenever k workers are at it, the next is done after a k-th of the mean. Free workers begin as many at
// once; while all are busy, each begins when another worker is done.
void JourneyDelays::addTogether(Delay &delay, const system::Endpoint &endpoint, int count) const
{
    const auto &station = stationOf(endpoint.id.capability);
    const double mean = seconds(endpoint.serviceTime);
    const int atOnce = std::min(count, station.workers());
    const auto addOneByOne = [&](Delay &sum, int waits) {
        for (int turn = 0; turn < waits; ++turn)
            sum.addExponential(mean / station.workers());
        for (int left = atOnce; left > 0; --left)
            sum.addExponential(mean / left);
    };
    Delay busy = delay;
    addOneByOne(busy, count - 1);
    addOneByOne(delay, count - atOnce);
    delay.mix(busy, station.waitingShare());
}

void JourneyDelays::addWait(Delay &delay, const system::CapabilityId &capability) const
{
    const auto &station = stationOf(capability);
    const double share = station.waitingShare();
    if (share > 0)
        delay.addMaybe(share, station.meanWait() / share);
}

void JourneyDelays::addHop(Delay &delay, bool crosses, Hops hops) const
{
    if (hops == Hops::Counted)
        delay.addFixed((crosses ? m_world.costs.networkHop : m_world.costs.localHop).count());
}

const Station &JourneyDelays::stationOf(const system::CapabilityId &capability) const
{
    return m_world.stations.at(m_world.packaging.unitOf(capability)->id);
}

} // namespace model::analysis
