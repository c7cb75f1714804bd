// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dependence.h"

#include <algorithm>

namespace model::analysis {

namespace {

// Depth first over the calls, each endpoint once.
class Walk
{
public:
    Walk(const system::System &system, QSet<system::CapabilityId> dead)
        : m_system(system)
        , m_dead(std::move(dead))
    {
    }

    JourneyState stateOf(const system::EndpointId &id)
    {
        if (m_dead.contains(id.capability))
            return JourneyState::Down;
        if (const auto known = m_states.constFind(id); known != m_states.cend())
            return *known;
        m_states[id] = JourneyState::Working; // until it is known better: ends optional cycles
        const auto state = worstCall(id);
        m_states[id] = state;
        return state;
    }

private:
    JourneyState worstCall(const system::EndpointId &id)
    {
        JourneyState worst = JourneyState::Working;
        const auto *endpoint = m_system.endpoint(id);
        if (endpoint == nullptr)
            return worst;
        for (const auto &call : endpoint->calls) {
            JourneyState callee = stateOf(call.to);
            if (callee == JourneyState::Down && call.necessity == system::Necessity::Optional)
                callee = JourneyState::Degraded;
            worst = std::max(worst, callee);
        }
        return worst;
    }

    const system::System &m_system;
    QSet<system::CapabilityId> m_dead;
    QHash<system::EndpointId, JourneyState> m_states;
};

} // namespace

Dependence
dependenceOn(const system::System &system, const packaging::Packaging &packaging, const system::UnitId &unit)
{
    Dependence dependence;
    const auto *dead = packaging.unit(unit);
    if (dead == nullptr)
        return dependence;
    Walk walk(system, QSet<system::CapabilityId>(dead->capabilities.begin(), dead->capabilities.end()));
    for (const auto &journey : system.journeys) {
        JourneyState worst = JourneyState::Working;
        for (const auto &step : journey.steps)
            worst = std::max(worst, walk.stateOf(step.endpoint));
        dependence.journeys[journey.id] = worst;
    }
    for (const auto &capability : system.capabilities) {
        for (const auto &endpoint : capability.endpoints) {
            if (walk.stateOf(endpoint.id) != JourneyState::Working)
                dependence.suffering.insert(capability.id);
        }
    }
    return dependence;
}

} // namespace model::analysis
