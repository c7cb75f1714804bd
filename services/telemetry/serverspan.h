// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "recorder.h"

#include <model/result/result.h>
#include <services/contract/event.h>
#include <services/contract/reply.h>
#include <services/contract/request.h>

namespace services::telemetry {

// The time in which an instance handles one request or one message, from arrival to answer: lives in the
// dispatcher's coroutine frame, in the instance's thread. Counts and records when it is finished; one that is
// destroyed unfinished counts as Cancelled. Its recorder outlives it.
class ServerSpan
{
public:
    // Of a request. `crossedNetwork`: it came in over HTTP.
    ServerSpan(Recorder &recorder, const contract::Request &request, bool crossedNetwork);
    // Of a message: the trace goes on where the event was published.
    ServerSpan(Recorder &recorder, const model::system::CapabilityId &consumer, const contract::Event &event);
    ~ServerSpan();
    ServerSpan(const ServerSpan &) = delete;
    ServerSpan &operator=(const ServerSpan &) = delete;

    // What the handler's RequestContext::trace must be, so that its calls hang below this span.
    const model::telemetry::TraceContext &context() const { return m_context; }
    contract::Instant start() const { return m_span.start; }

    void finish(const model::result::Result<contract::Reply> &outcome);
    void finish(const model::result::Result<void> &outcome);

private:
    void begin(const model::telemetry::TraceContext &parent);
    void end(const model::result::Error *error, bool degraded);
    void log(bool degraded, bool isKept);

    Recorder &m_recorder;
    model::telemetry::TraceContext m_context;
    model::telemetry::Span m_span;
    bool m_finished = false;
};

} // namespace services::telemetry
