// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracingcaller.h"

#include "requestfacts.h"

namespace services::telemetry {

using namespace model::telemetry;
using contract::Reply;
using contract::Request;
using contract::Result;

TracingCaller::TracingCaller(std::unique_ptr<contract::Caller> inner,
                             Recorder &recorder,
                             model::system::CapabilityId self,
                             Crosses crosses)
    : m_inner(std::move(inner))
    , m_recorder(recorder)
    , m_self(std::move(self))
    , m_crosses(std::move(crosses))
{
}

QCoro::Task<Result<Reply>> TracingCaller::call(Request request)
{
    const CallInProgress call{request.endpoint, request.context.trace,
                              m_recorder.below(request.context.trace), m_recorder.now(), request};
    request.context.trace = call.span;
    request.context.caller = m_self;
    auto outcome = co_await m_inner->call(std::move(request));
    finish(call, outcome);
    co_return outcome;
}

void TracingCaller::finish(const CallInProgress &call, const Result<Reply> &reply)
{
    Outcome outcome{m_recorder.now() - call.start, {}, reply && !reply->degraded.isEmpty()};
    if (!reply)
        outcome.failure = reply.error().kind;
    m_recorder.countCalled({m_self, call.endpoint}, outcome);
    if (!m_recorder.keeps(call.span, outcome))
        return;
    Span span = spanOf(call, outcome);
    if (!reply)
        span.failureMessage = reply.error().message;
    m_recorder.record(std::move(span), call.span.sampled);
}

Span TracingCaller::spanOf(const CallInProgress &call, const Outcome &outcome)
{
    Span span;
    span.trace = call.span.trace;
    span.id = call.span.span;
    span.parent = call.parent.isValid() ? call.parent.span : SpanId{};
    span.kind = SpanKind::Client;
    span.endpoint = call.endpoint;
    span.caller = m_self;
    span.crossedNetwork = m_crosses(call.endpoint.capability);
    span.start = call.start;
    span.duration = outcome.duration;
    span.failure = outcome.failure;
    span.facts = factsOf(call.asked);
    span.annotations = m_recorder.takeAnnotations(call.span);
    return span;
}

} // namespace services::telemetry
