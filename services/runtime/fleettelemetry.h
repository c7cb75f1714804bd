// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instancestatus.h"

#include <model/telemetry/instancetelemetry.h>
#include <services/broker/queuestatus.h>

namespace services::runtime {

// How full an instance is at the moment of the report.
struct Occupancy
{
    int working = 0; // requests and messages which hold a worker slot
    int workers = 0; // slots
    int queued = 0; // which wait for a slot
    int inFlight = 0; // requests inside the instance, those which wait for others included
    int connections = 0; // open to its endpoint
    int outbox = 0; // events which are not published yet
};

struct InstanceReport
{
    model::system::InstanceId instance;
    model::system::UnitId unit;
    model::telemetry::InstanceTelemetry telemetry; // since its last report
    Occupancy occupancy;
    std::chrono::nanoseconds worked{0}; // for which its workers were busy since its last report, added up
};

// What a fleet's instances have measured between two drains, and its queues at that moment. A value.
struct FleetTelemetry
{
    model::telemetry::Instant at;
    std::vector<InstanceReport> reports; // several of one instance are possible: add them up
    std::vector<broker::QueueStatus> queues;
};

} // namespace services::runtime
