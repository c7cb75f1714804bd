// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <model/telemetry/instant.h>

#include <QHash>

#include <chrono>

namespace services::experiment {

// What was to be seen of a fleet and its capabilities at one moment. A value; whoever watches the fleet
// makes one now and then.
struct Sighting
{
    struct OfCapability
    {
        quint64 calls = 0; // which others have sent to it so far, each repeat counted
        int instances = 0; // of its unit, those which boot or drain included
        qint64 waiting = 0; // messages for it, those in hand included
    };
    model::telemetry::Instant at;
    QHash<model::system::CapabilityId, OfCapability> capabilities;
    int instances = 0; // of all units, those which boot or drain included
    int memoryMegabytes = 0; // of these, declared
    std::chrono::nanoseconds cpu{0}; // measured, spent by all its instances so far
};

} // namespace services::experiment
