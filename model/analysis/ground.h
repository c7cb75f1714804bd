// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "situation.h"

#include <QHash>

#include <vector>

namespace model::analysis {

// A situation's system under its packaging, with numbers in the place of names: which endpoint is in which
// unit, which calls cross, and what protects them. Borrows the situation.
class Ground
{
public:
    struct Call
    {
        int number = 0; // among all calls
        int to = 0; // an endpoint
        bool crosses = false;
        int instances = 1; // of the calling unit
        const system::Call *declared = nullptr;
        const operation::CallPolicies *policies = nullptr;
    };
    struct Endpoint
    {
        int capability = 0;
        int unit = 0;
        const system::Endpoint *declared = nullptr;
        std::vector<Call> calls; // but for those which only undo
    };
    struct Unit
    {
        const packaging::Unit *declared = nullptr;
        const operation::UnitPolicies *policies = nullptr;
        int workers = 0; // of one instance, as all below
        int queue = 0;
        int inFlight = 0;
        double bootSeconds = 0;
    };

    explicit Ground(const Situation &situation);

    const Situation &situation() const { return m_situation; }
    const std::vector<Endpoint> &endpoints() const { return m_endpoints; }
    const std::vector<Unit> &units() const { return m_units; }
    const Endpoint &endpoint(int number) const { return m_endpoints[static_cast<std::size_t>(number)]; }
    const Unit &unit(int number) const { return m_units[static_cast<std::size_t>(number)]; }
    const system::Capability &capability(int number) const
    {
        return m_situation.system.capabilities[static_cast<std::size_t>(number)];
    }
    int calls() const { return m_calls; }
    int endpointOf(const system::EndpointId &id) const { return m_endpointNumbers.value(id, -1); }
    int unitOf(const system::CapabilityId &id) const; // -1: none
    std::size_t capabilityOf(const system::CapabilityId &id) const; // of the system

    // What the endpoint reaches by its calls, itself included.
    std::vector<int> reachedFrom(int endpoint) const;

private:
    void addUnits();
    void addEndpoints();
    void addCalls(Endpoint &endpoint);

    const Situation &m_situation;
    std::vector<Endpoint> m_endpoints;
    std::vector<Unit> m_units;
    QHash<system::EndpointId, int> m_endpointNumbers;
    QHash<system::CapabilityId, int> m_unitNumbers;
    int m_calls = 0;
};

} // namespace model::analysis
