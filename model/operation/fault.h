// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "target.h"

#include <QMap>

namespace model::operation {

// What can be done to a running fleet; faulttable.h says what each means, whom it takes, and its settings.
enum class FaultKind
{
    // Of a process: all that the unit holds suffers.
    Crash,
    CrashLoop,
    Freeze,
    RefuseConnections,
    ResetConnections,
    MemoryLeak,
    CpuBurn,
    ClockSkew,
    BadConfiguration,
    // Of a module: only the requests of the capability suffer, whatever else the unit holds.
    Hang,
    Slow,
    SlowJittered,
    SlowTail,
    Errors,
    // Of a link: calls which leave their unit. Within a unit there is no network to break.
    CutOff,
    CutRequests,
    CutReplies,
    LinkSlow,
    LinkLoss,
    LinkBandwidth,
    // Of a store: the database of the unit, which all of its instances and modules share.
    StoreLocked,
    StoreFull,
    StoreSlow,
    StoreLost,
    StoreCorrupt,
    // Of messages.
    BrokerDown,
    BrokerSlow,
    PoisonMessage,
    // Of customers.
    TrafficSpike,
    RetryStorm,
};

// A setting of a fault; faulttable.h says which kinds have it, its unit, range and preset.
enum class FaultSetting
{
    DelayMs,
    JitterMs,
    Share,
    Status,
    AfterMs,
    KilobytesPerSecond,
    MegabytesPerSecond,
    LimitMegabytes,
    SkewSeconds,
    Factor,
    Repeats,
};

// Something that is done to a fleet and can be undone. A plain value; equal faults are the same fault, and
// what is done twice is undone once.
struct Fault
{
    FaultKind kind = FaultKind::Crash;
    // Whom: of a link the caller, of a poisoned message the consumer. No capability: the whole fleet.
    Target target;
    system::CapabilityId callee; // of a link; empty for all others
    system::TopicId topic; // of a poisoned message; empty for all others
    QMap<FaultSetting, double> settings; // those that differ from their presets

    double setting(FaultSetting setting) const; // as set, or else its preset; 0 when the kind has none

    bool operator==(const Fault &) const = default;
};

} // namespace model::operation
