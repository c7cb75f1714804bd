// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "door.h"

#include <model/telemetry/span.h>
#include <services/telemetry/idgenerator.h>

namespace services::load {

// The customer's side of a trace: a span of the whole attempt at a journey, and one of each request that it
// sends. Lives in the frame of a walk; the ids' generator outlives it. Bounded: of very many requests only
// the first are told.
class JourneyTrace
{
public:
    using Instant = model::telemetry::Instant;

    JourneyTrace(telemetry::IdGenerator &ids, bool isSampled, Instant begin);

    const model::telemetry::TraceId &id() const { return m_attempt.trace; }
    // Moves the request's trace to a span of its own, which is answered; end() it with that.
    model::telemetry::Span begin(contract::Request &request, Instant now);
    void end(model::telemetry::Span span, const Answer &answer, Instant now);

    static constexpr std::size_t mostRequests = 32;

    // All spans, the attempt first; without its name and end, which whoever has begun it knows.
    std::vector<model::telemetry::Span> take();

private:
    telemetry::IdGenerator &m_ids;
    model::telemetry::Span m_attempt;
    std::vector<model::telemetry::Span> m_requests;
};

} // namespace services::load
