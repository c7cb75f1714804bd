// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capacity.h"
#include "delay.h"

namespace model::analysis {

// How long journeys take while the stations are as they are: adds up what a request goes through. None of the
// stations is full.
class JourneyDelays
{
public:
    struct World
    {
        const system::System &system;
        const packaging::Packaging &packaging;
        const MachineCosts &costs;
        const std::map<system::UnitId, Station> &stations;
    };
    explicit JourneyDelays(World world);

    // On the grid of all journeys of this object.
    Delay of(const system::Journey &journey) const;
    Delay nothing() const;

private:
    enum class Hops
    {
        Counted,
        KnownInAll
    };
    void addRequest(Delay &delay, const system::EndpointId &endpoint, bool crosses, Hops hops) const;
    void addCall(Delay &delay, const system::EndpointId &from, const system::Call &call, Hops hops) const;
    void addTogether(Delay &delay, const system::Endpoint &endpoint, int count) const;
    void addWait(Delay &delay, const system::CapabilityId &capability) const;
    void addHop(Delay &delay, bool crosses, Hops hops) const;
    const Station &stationOf(const system::CapabilityId &capability) const;

    World m_world;
    double m_step = 0; // of the grid, in seconds
    mutable int m_depth = 0;
};

} // namespace model::analysis
