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
    // when nobody waits any more: a deadline that travels with a request frees whoever hangs with it, and one
    // without a deadline hangs until the fault is lifted.
    QCoro::Task<Result<void>> suffer(model::system::CapabilityId capability,
                                     contract::RequestContext context);

    // The answer to the request will break off in the middle.
    void touchBroken(const model::telemetry::TraceContext &span)
    {
        touchByProcess(span, {model::operation::FaultKind::ResetConnections});
    }

    // The customer comes, or comes again, because of those of the named faults which are in force.
    void touchByCustomers(const model::telemetry::TraceContext &span, const QByteArray &words);

private:
    void touchByProcess(const model::telemetry::TraceContext &span,
                        std::initializer_list<model::operation::FaultKind> kinds);
    bool takes(const Fault &fault, const model::system::CapabilityId &capability);
    Instant endOf(const Fault &fault);

    Exposure &m_exposure;
    telemetry::Recorder &m_recorder;
    Chance m_chance;
};

} // namespace services::faults
