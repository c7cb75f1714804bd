// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "recorder.h"

#include <services/contract/caller.h>

#include <functional>
#include <memory>

namespace services::telemetry {

// The outermost decorator of a capability's calls: counts and times each call, gives it a client span, moves
// the context's trace to that span, and says in the context who calls. Belongs to its instance, in whose
// thread it is used; the recorder outlives it.
class TracingCaller final : public contract::Caller
{
public:
    // Whether calls to this capability leave the unit.
    using Crosses = std::function<bool(const model::system::CapabilityId &callee)>;

    TracingCaller(std::unique_ptr<contract::Caller> inner,
                  Recorder &recorder,
                  model::system::CapabilityId self,
                  Crosses crosses);

    QCoro::Task<contract::Result<contract::Reply>> call(contract::Request request) override;

private:
    struct CallInProgress
    {
        model::system::EndpointId endpoint;
        model::telemetry::TraceContext parent;
        model::telemetry::TraceContext span;
        contract::Instant start;
        contract::Request asked; // for its facts; shares the request's memory
    };
    void finish(const CallInProgress &call, const contract::Result<contract::Reply> &reply);
    model::telemetry::Span spanOf(const CallInProgress &call, const model::telemetry::Outcome &outcome);

    std::unique_ptr<contract::Caller> m_inner;
    Recorder &m_recorder;
    model::system::CapabilityId m_self; // empty: a customer
    Crosses m_crosses;
};

} // namespace services::telemetry
