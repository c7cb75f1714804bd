// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/autoscaling.h>
#include <model/operation/policychange.h>
#include <model/operation/safeguard.h>
#include <model/packaging/packaging.h>
#include <model/telemetry/instancetelemetry.h>
#include <services/experiment/tally.h>
#include <services/runtime/fleettelemetry.h>

#include <QMetaType>

#include <memory>
#include <variant>
#include <vector>

namespace services::platform {

using model::telemetry::Instant;

// The rates and times below are measured over the last second; a quantile of nothing is zero.
struct Rates
{
    double perSecond = 0;
    double failedPerSecond = 0;
    std::chrono::nanoseconds p50{0};
    std::chrono::nanoseconds p95{0};
    std::chrono::nanoseconds p99{0};
};

struct InstanceSnapshot
{
    runtime::InstanceStatus status;
    runtime::Occupancy occupancy;
    Rates requests; // served, of all endpoints and topics
    double cpuShare = 0; // of one core, over the last second
    double utilisation = 0; // share of the workers that were busy, over the last second
};

// What a unit has served since the snapshot before: requests of an endpoint, or messages of a topic.
struct ServedSnapshot
{
    model::system::UnitId unit;
    model::system::EndpointId what; // of a consumer: capability and topic
    quint64 requests = 0;
    quint64 failed = 0;
};

// A unit that follows its load by itself.
struct AutoscaledSnapshot
{
    model::system::UnitId unit;
    model::operation::Autoscaling settings;
};

// What the fleet takes at the moment.
struct CostSnapshot
{
    int instances = 0; // that run
    int memoryMegabytes = 0; // of these, declared
    double cores = 0; // measured, over the last second
    std::chrono::nanoseconds cpu{0}; // measured, spent by all its instances so far
};

struct LinkSnapshot
{
    model::telemetry::LinkId link;
    bool crossesUnits = false; // over the network; else within the unit
    Rates calls;
};

// What became of one kind of call since the fleet has started, and what its policies did.
struct CallSnapshot
{
    model::telemetry::LinkId link;
    bool crossesUnits = false;
    quint64 calls = 0;
    quint64 failed = 0;
    quint64 degraded = 0; // a fallback answered, here or further down
    quint64 retries = 0;
    quint64 stoppedByBreaker = 0;
    quint64 stoppedByBulkhead = 0;
    quint64 fallbacks = 0;
    // The worst of those instances which run; nothing: its policies have no breaker, or nobody has called.
    std::optional<model::telemetry::BreakerState> breaker;
};

// Messages of one topic, at one of its ends.
struct MessageSnapshot
{
    enum class Way
    {
        Published,
        Consumed
    };
    Way way = Way::Published;
    model::system::UnitId unit; // which publishes or consumes them
    model::system::TopicId topic;
    Rates messages; // the times: of handling them, of consumed ones
};

struct JourneySnapshot
{
    model::system::JourneyId journey;
    experiment::Tally tally; // over the monitor's window; says the state and the share of successes
};

// What shoppers met while nothing was changed and nothing was broken: some seconds of it. Measured. The times
// are of attempts that succeeded, at journeys which do not wait for a message, since the intended start.
struct SteadyFigures
{
    double seconds = 0; // in which they came
    double shoppersPerSecond = 0; // who came
    int attempts = 0; // which have ended
    int failed = 0; // of them
    int unanswered = 0; // who came and were still waiting long after
    std::chrono::duration<double> mean{0};
    std::chrono::duration<double> p95{0};
    std::vector<int> cameFor; // how many of the attempts at each journey, in the system's order
    double processors = 0; // that the whole program kept busy
    double waiting = 0; // threads of the whole program that waited for a processor, on average
};

struct SteadySnapshot
{
    Instant until; // which they came
    model::packaging::Packaging packaging; // with the instances that served them
    SteadyFigures latest; // of the last few seconds
    SteadyFigures recent; // of the last six windows at most, as long as nothing is changed
};

struct FleetSnapshot
{
    model::system::PackagingId fleet;
    QString title;
    quint16 entryPort = 0; // of the customers' door; 0: nobody opens
    std::vector<InstanceSnapshot> instances;
    std::vector<AutoscaledSnapshot> autoscaled;
    CostSnapshot cost;
    std::vector<model::operation::Fault> faults; // in force, in the order of injection
    std::vector<LinkSnapshot> links; // those with calls in the last second
    std::vector<CallSnapshot> calls; // all that were ever made
    model::operation::PolicyBook policies; // in force
    model::operation::Safeguards safeguards; // which are on
    std::vector<MessageSnapshot> messages; // the same of topics
    std::vector<broker::QueueStatus> queues;
    std::vector<JourneySnapshot> journeys; // in the system's order
    Rates attempts; // of shoppers at journeys; the times are of those that succeeded
    // The same as somebody would measure it who sends one request after the other, and none while he waits:
    // who measures like that misses the slow moments (CoordinatedTester).
    Rates naive;
    int underWay = 0;
    bool areShoppersReady = false;
    std::shared_ptr<const SteadySnapshot> steady; // the newest; null: none yet
    // Since the snapshot before: sampled and failed requests, and what became of shoppers.
    std::vector<ServedSnapshot> served;
    std::vector<model::telemetry::Span> spans;
    std::vector<load::JourneyResult> results;
};

// What an event is, as values, for those who say it in words of their own.
struct InstanceEvent
{
    model::system::InstanceId instance;
    runtime::InstanceState entered = runtime::InstanceState::Starting;
};
struct ScalingEvent
{
    model::system::UnitId unit;
    int instances = 0; // which it shall have now
    double utilisation = 0; // of its workers, why an autoscaler scales it; 0: somebody wanted it so
    QString failure = {}; // why an autoscaler could not; empty: it is done
};
struct FaultEvent
{
    model::operation::Fault fault;
    bool isLifted = false; // else: injected
};
struct DecisionEvent
{
    model::system::InstanceId instance;
    model::telemetry::Decision decision; // of a policy on it
};
struct PolicyEvent
{
    model::operation::PolicyChange change;
};

// Something that is worth a mark on the time line.
struct PlatformEvent
{
    using What
        = std::variant<std::monostate, InstanceEvent, ScalingEvent, FaultEvent, DecisionEvent, PolicyEvent>;

    Instant at;
    model::system::PackagingId fleet;
    QString words; // "catalogue-1: crashed"
    What what = {}; // nothing: the words say all
};

// Everything that is to be seen at one moment. A value; made ten times a second.
struct Snapshot
{
    Instant at;
    double shoppersPerSecond = 0;
    std::vector<FleetSnapshot> fleets; // in the order of the options
    std::vector<PlatformEvent> events; // since the snapshot before
    qint64 memoryBytes = 0; // resident, of this program; 0: this system does not tell
};

} // namespace services::platform

Q_DECLARE_METATYPE(services::platform::Snapshot)
