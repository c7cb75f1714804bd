// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/fault.h>
#include <model/result/error.h>
#include <model/system/ids.h>
#include <model/telemetry/instant.h>

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace services::runtime {

enum class InstanceState
{
    Starting, // boots: its port is refused
    Healthy, // answers its health checks
    Unresponsive, // runs, but does not answer its health checks
    Draining, // finishes what it has, gets nothing new, and then stops
    Crashed, // connections reset, memory lost; the database file stays
    Failed, // could not start; see the reason
    Stopped, // ended in good order
};

// "starting", "healthy", ...: used in reports and files.
QString word(InstanceState state);

// A running copy of a unit, as seen from outside. A value.
struct InstanceStatus
{
    model::system::InstanceId id; // "catalogue-1": the same after a restart
    model::system::UnitId unit;
    std::vector<model::system::CapabilityId> capabilities;
    InstanceState state = InstanceState::Starting;
    model::telemetry::Instant since; // of the state
    quint16 port = 0; // on 127.0.0.1; the last one while it does not run; 0: never had one
    int incarnation = 0; // counts starts: 1 is the first
    std::chrono::nanoseconds cpu{0}; // of its threads so far, all incarnations, as of the last telemetry
    std::optional<model::result::Error> reason; // why it failed, or cannot be reached
    std::vector<model::operation::Fault> faults; // in force, which take it
};

} // namespace services::runtime

Q_DECLARE_METATYPE(services::runtime::InstanceStatus)
