// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ground.h"

#include <algorithm>

namespace model::analysis {

Ground::Ground(const Situation &situation)
    : m_situation(situation)
{
    addUnits();
    addEndpoints();
    for (auto &endpoint : m_endpoints)
        addCalls(endpoint);
}

// What a unit can take is what its capabilities can take together; it boots them one after another.
void Ground::addUnits()
{
    for (const auto &declared : m_situation.packaging.units) {
        Unit unit{&declared, &m_situation.policies.of(declared.capabilities), 0, 0, 0, 0};
        for (const auto &id : declared.capabilities) {
            m_unitNumbers.insert(id, static_cast<int>(m_units.size()));
            const auto *capability = m_situation.system.capability(id);
            if (capability == nullptr)
                continue;
            unit.workers += capability->workers;
            unit.queue += capability->queueLimit;
            unit.inFlight += capability->inFlightLimit;
            unit.bootSeconds += std::chrono::duration<double>(capability->bootTime).count();
        }
        m_units.push_back(unit);
    }
}

void Ground::addEndpoints()
{
    const auto &capabilities = m_situation.system.capabilities;
    for (std::size_t i = 0; i < capabilities.size(); ++i) {
        for (const auto &declared : capabilities[i].endpoints) {
            m_endpointNumbers.insert(declared.id, static_cast<int>(m_endpoints.size()));
            m_endpoints.push_back({static_cast<int>(i), unitOf(capabilities[i].id), &declared, {}});
        }
    }
}

void Ground::addCalls(Endpoint &endpoint)
{
    for (const auto &declared : endpoint.declared->calls) {
        const int to = endpointOf(declared.to);
        if (declared.undoes || to < 0)
            continue;
        Call call;
        call.number = m_calls++;
        call.to = to;
        call.crosses = endpoint.unit != m_endpoints[static_cast<std::size_t>(to)].unit;
        call.instances = unit(endpoint.unit).declared->instances;
        call.declared = &declared;
        call.policies = &m_situation.policies.of({endpoint.declared->id.capability, declared.to});
        endpoint.calls.push_back(call);
    }
}

int Ground::unitOf(const system::CapabilityId &id) const
{
    return m_unitNumbers.value(id, -1);
}

std::size_t Ground::capabilityOf(const system::CapabilityId &id) const
{
    const auto &all = m_situation.system.capabilities;
    return static_cast<std::size_t>(std::ranges::find(all, id, &system::Capability::id) - all.begin());
}

std::vector<int> Ground::reachedFrom(int first) const
{
    std::vector<int> reached{first};
    for (std::size_t next = 0; next < reached.size(); ++next) {
        for (const auto &call : endpoint(reached[next]).calls) {
            if (std::ranges::find(reached, call.to) == reached.end())
                reached.push_back(call.to);
        }
    }
    return reached;
}

} // namespace model::analysis
