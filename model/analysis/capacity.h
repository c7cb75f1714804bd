// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demand.h"
#include "station.h"

#include <QHash>

#include <map>
#include <optional>

namespace model::analysis {

using Seconds = std::chrono::duration<double>;

// What is not declared, but a property of the machine: measured on it, or zero. Of what each call takes on
// top of the work: a customer's request and a call between units cross the network, a call inside a unit does
// not.
struct MachineCosts
{
    Seconds networkHop{0};
    Seconds localHop{0};
    // What a journey takes in all besides its declared work: hops and code. Known for some; replaces the
    // hops.
    QHash<system::JourneyId, Seconds> journeys;
};

struct UnitLoad
{
    system::UnitId unit;
    int instances = 1;
    int workers = 1; // of all instances
    double requestsPerSecond = 0; // messages included
    double utilisation = 0; // of its workers; 1 and more: it cannot keep up
    Seconds meanWait{0}; // for a worker; infinite when it cannot keep up
};

struct JourneyTime
{
    system::JourneyId journey;
    Seconds mean{0};
    Seconds p95{0};
};

// The prediction for one load. Times are those of customers; infinite when some unit cannot keep up.
struct CapacityPoint
{
    double shoppersPerSecond = 0;
    std::vector<UnitLoad> units; // in the packaging's order
    std::vector<JourneyTime> journeys; // those which do not wait for a message
    Seconds mean{0}; // over those journeys, by their weights
    Seconds p95{0};
};

// What one more instance of a unit would do.
struct OneMore
{
    system::UnitId unit;
    double limit = 0; // shoppers per second
    Seconds mean{0}; // at the load in question
};

// What a packaging can carry, predicted: an open network of queues. Shoppers arrive at random (Poisson), a
// unit is a Station of its instances, and as by Jackson's theorem each station is looked at for itself; a
// journey takes the sum of its waits, work and hops. The wait of those who wait is taken as exponentially
// distributed, which it is in M/M/c (Gross et al., 2.3). Knows no full queues, and no CPU: it holds as long
// as the declared work, and not the machine, is what is scarce. Holds copies; any thread.
class Capacity
{
public:
    Capacity(system::System system, packaging::Packaging packaging, MachineCosts costs);

    // The most shoppers per second: at this load the bottleneck's workers are busy all the time. Infinite
    // when nobody works.
    double limit() const;
    // The unit that is full first; nothing when nobody works.
    std::optional<system::UnitId> bottleneck() const;
    CapacityPoint at(double shoppersPerSecond) const;
    std::vector<OneMore> oneMoreOfEach(double shoppersPerSecond) const;

    const packaging::Packaging &packaging() const { return m_packaging; }

private:
    using Stations = std::map<system::UnitId, Station>;
    Stations stationsAt(double shoppersPerSecond) const;

    system::System m_system;
    packaging::Packaging m_packaging;
    MachineCosts m_costs;
    std::vector<Workload> m_demand;
};

} // namespace model::analysis
