// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "burner.h"
#include "chance.h"
#include "exposure.h"
#include "leak.h"
#include "skewedclock.h"

namespace services::faults {

// What the faults of its process do to one instance from inside: leaks, burns, sets its calendar wrong, and
// says which answers break in the middle. (Crashes come from outside, and so does standing still.) Belongs to
// its instance and thread; the exposure outlives it.
class ProcessFaults
{
public:
    // `outOfMemory` is called from the event loop when the instance has leaked all that it may.
    ProcessFaults(Exposure &exposure,
                  waiting::Timers &timers,
                  std::uint64_t seed,
                  std::function<void()> outOfMemory);

    // Brings everything in line with what is in force.
    void apply();

    const contract::Clock &clock() const { return m_clock; } // of the components
    bool areConnectionsRefused() { return find(model::operation::FaultKind::RefuseConnections) != nullptr; }
    // Whether the answer to the request at hand is to break in the middle. Costs one atomic load while there
    // is no news.
    bool breaksReply();
    // The reason in words why the instance must not start; empty: it may.
    QString wrongSetting();

private:
    const Fault *find(model::operation::FaultKind kind); // valid until the next look

    Exposure &m_exposure;
    Chance m_chance;
    SkewedClock m_clock;
    Burner m_burner;
    Leak m_leak;
};

} // namespace services::faults
