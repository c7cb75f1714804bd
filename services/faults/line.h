// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chance.h"
#include "exposure.h"

#include <map>

namespace services::faults {

using model::system::CapabilityId;

// The way from one capability to another of another unit, as broken as the faults in force make it. What a
// request or an answer has to wait on its way, and whether it arrives at all. A cut line is silent rather
// than refused, and what was on its way gets through when it is mended, as TCP sends it again; so whoever has
// a deadline is TimedOut, and who has none waits. Belongs to one caller, in its thread.
class Line
{
public:
    Line(Exposure &exposure, CapabilityId from, std::uint64_t seed);

    // One message, and who waits for it.
    struct Passage
    {
        CapabilityId to;
        qsizetype bytes = 0;
        Instant deadline = Instant::max();
    };
    enum class Way
    {
        There,
        Back
    };
    // Those which the passage suffers, in the order of injection.
    std::vector<Fault> faultsOn(const CapabilityId &to, Way way);
    // Lets the message pass one of them. TimedOut when nobody waits for it any more; Cancelled.
    QCoro::Task<Result<void>> pass(Fault fault, Passage passage, Way way);

private:
    Instant arrivalOf(const Fault &fault, const Passage &passage, Way way);
    std::chrono::nanoseconds retransmissionsOf(const Fault &fault, qsizetype bytes);
    Instant throughBottleneck(const Fault &fault, const Passage &passage, Way way);

    Exposure &m_exposure;
    CapabilityId m_from;
    Chance m_chance;
    std::map<std::pair<CapabilityId, Way>, Instant> m_busyUntil; // of narrow lines, each way by itself
};

} // namespace services::faults
