// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runrecord.h"

#include <array>
#include <chrono>
#include <optional>

namespace services::experiment {

// What was measured of one capability in one fleet during a run. A value, computed from a record.
struct CapabilityFigures
{
    struct OfPhase
    {
        quint64 calls = 0; // by others, each repeat counted
        int attempts = 0; // of customers, at whatever journey
        int mostInstances = 0; // of its unit, at one moment; 0: it was not seen
        qint64 mostWaiting = 0; // messages for it, at one moment

        // How much of it one customer needs; what repeats multiply. Nothing when no customer came.
        std::optional<double> callsPerAttempt() const;
    };
    // How what waited for it went down after the last restart.
    struct Draining
    {
        qint64 from = 0; // messages
        qint64 left = 0; // in the end
        std::optional<std::chrono::milliseconds> took; // until no more waited than before the fault
        qint64 mostInASecond = 0; // messages which it got rid of until then

        bool operator==(const Draining &) const = default;
    };
    model::system::CapabilityId capability;
    std::array<OfPhase, 3> phases; // by Phase; of all faults together
    int instancesInTheEnd = 0;
    std::optional<Draining> draining; // nothing: nobody restarted anything, or nobody looked afterwards

    const OfPhase &phase(Phase which) const { return phases[static_cast<std::size_t>(which)]; }
    // Calls for one attempt, as a multiple of those before the fault. Nothing when it was not called then.
    std::optional<double> callsTimesBefore(Phase which) const;
};

CapabilityFigures figuresOfCapability(const FleetRecord &record,
                                      const model::system::CapabilityId &capability);

} // namespace services::experiment
