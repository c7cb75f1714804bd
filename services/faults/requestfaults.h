// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chance.h"
#include "exposure.h"

#include <services/contract/requestcontext.h>
#include <services/telemetry/recorder.h>

namespace services::faults {

// Does to the requests which an instance serves what is in force: those of a capability whose module has a
// fault it holds, delays, or answers with an error. It waits by timers and holds nothing but the request's
// place in flight: no worker is busy meanwhile. Requests which the process as a whole slows down, misleads or
// breaks off are remarked. Belongs to its instance and thread; the exposure and the recorder outlive it.
class RequestFaults
{
public:
    RequestFaults(Exposure &exposure, telemetry::Recorder &recorder, std::uint64_t seed);

    // Something may have to be suffered. Costs one atomic load while there is no news.
    bool areInForce()
    {
        return !m_exposure.of(FaultReach::Module).empty() || !m_exposure.of(FaultReach::Process).empty();
    }
    // Suffers all of it, in the order of injection. The error is what the request is answered with; TimedOut
    // when nobody waits any more: what hangs does so further, as one of stuck().
    QCoro::Task<Result<void>> suffer(model::system::CapabilityId capability,
                                     contract::RequestContext context);
    // Requests which are still held though nobody waits for them: their places in flight are not free.
    int stuck();

    // The answer to the request will break off in the middle.
    void touchBroken(const model::telemetry::TraceContext &span)
    {
        touchByProcess(span, {model::operation::FaultKind::ResetConnections});
    }

private:
    void touchByProcess(const model::telemetry::TraceContext &span,
                        std::initializer_list<model::operation::FaultKind> kinds);
    struct Stuck
    {
        Fault fault;
        Instant until;
    };
    bool takes(const Fault &fault, const model::system::CapabilityId &capability);
    Instant endOf(const Fault &fault);

    Exposure &m_exposure;
    telemetry::Recorder &m_recorder;
    Chance m_chance;
    std::vector<Stuck> m_stuck;
    std::uint64_t m_stuckAsOf = 0; // version of the board
    Instant m_stuckUntil = Instant::max(); // the first end
};

} // namespace services::faults
