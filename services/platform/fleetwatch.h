// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "callwatch.h"
#include "coordinatedtester.h"
#include "logmemory.h"
#include "steadyload.h"
#include "trafficwindow.h"

#include <services/experiment/fleetunderload.h>

#include <QHash>

#include <map>

namespace services::platform {

// Turns what one fleet and its shoppers report into snapshots. Control thread; the fleet outlives it.
class FleetWatch
{
public:
    explicit FleetWatch(experiment::FleetUnderLoad &fleet);

    void take(const load::LoadBatch &batch, Instant now);
    // Collects the fleet's telemetry; to be called ten times a second.
    FleetSnapshot look(Instant now);
    // What policies have decided since the last time.
    std::vector<PlatformEvent> takeDecisions() { return std::exchange(m_decisions, {}); }
    // What instances have noted in their logs since the last time.
    std::vector<InstanceLines> takeLogs() { return std::exchange(m_lines, {}); }

private:
    struct InstanceWatch
    {
        TrafficWindow requests;
        runtime::Occupancy occupancy;
        struct Period
        {
            Instant from;
            Instant until;
            std::chrono::nanoseconds cpu; // spent
            std::chrono::nanoseconds worked; // of all workers
        };
        std::deque<Period> periods; // of the last second
    };
    // Who publishes or consumes what.
    struct MessageKey
    {
        MessageSnapshot::Way way;
        model::system::UnitId unit;
        model::system::TopicId topic;

        auto operator<=>(const MessageKey &) const = default;
    };
    void takeTelemetry(runtime::FleetTelemetry telemetry, FleetSnapshot &snapshot);
    std::vector<InstanceSnapshot> instances(Instant now);
    CostSnapshot costOf(const std::vector<InstanceSnapshot> &instances) const;
    void takeMessages(const runtime::InstanceReport &report, Instant at);
    std::vector<LinkSnapshot> links(Instant now);
    std::vector<MessageSnapshot> messages(Instant now);
    std::vector<JourneySnapshot> journeys() const;
    SteadyLoad::Conditions conditions(const FleetSnapshot &snapshot) const;
    void testNaively(Instant now);
    void noteDecisions(const runtime::InstanceReport &report);

    experiment::FleetUnderLoad &m_fleet;
    QHash<model::system::InstanceId, InstanceWatch> m_instances;
    QHash<model::telemetry::LinkId, TrafficWindow> m_links;
    std::map<MessageKey, TrafficWindow> m_messages;
    CallWatch m_calls;
    std::chrono::nanoseconds m_cpu{0}; // spent by all instances so far, those that are gone included
    std::vector<PlatformEvent> m_decisions;
    std::vector<InstanceLines> m_lines;
    TrafficWindow m_attempts;
    CoordinatedTester m_tester;
    TrafficWindow m_naive;
    SteadyLoad m_steady;
    std::vector<load::JourneyResult> m_results; // since the last look
    std::vector<model::telemetry::Span> m_spans; // of customers, the same
};

} // namespace services::platform
