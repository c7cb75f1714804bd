// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeytrace.h"

#include <services/telemetry/requestfacts.h>

#include <algorithm>

namespace services::load {

using namespace Qt::StringLiterals;
using namespace model::telemetry;

JourneyTrace::JourneyTrace(telemetry::IdGenerator &ids, bool isSampled, Instant begin)
    : m_ids(ids)
{
    m_attempt.trace = ids.traceId();
    m_attempt.id = ids.spanId();
    m_attempt.kind = SpanKind::Journey;
    m_attempt.start = begin;
    m_attempt.sampled = isSampled;
}

Span JourneyTrace::begin(contract::Request &request, Instant now)
{
    Span span;
    span.trace = m_attempt.trace;
    span.id = m_ids.spanId();
    span.parent = m_attempt.id;
    span.kind = SpanKind::Client;
    span.endpoint = request.endpoint;
    span.crossedNetwork = true; // customers are outside, whatever the shape
    span.start = now;
    span.sampled = m_attempt.sampled;
    span.facts = telemetry::factsOf(request);
    request.context.trace = {span.trace, span.id, span.sampled};
    return span;
}

void JourneyTrace::end(Span span, const Answer &answer, Instant now)
{
    if (m_requests.size() >= mostRequests)
        return;
    span.duration = now - span.start;
    if (answer.problem) {
        span.failure = answer.problem->kind;
        span.failureMessage = answer.problem->message;
    }
    if (!answer.degraded.isEmpty())
        span.annotations.push_back({now, answer.degraded});
    std::ranges::copy(answer.remarks, std::back_inserter(span.annotations));
    m_requests.push_back(std::move(span));
}

std::vector<Span> JourneyTrace::take()
{
    std::vector<Span> spans{std::move(m_attempt)};
    std::ranges::move(m_requests, std::back_inserter(spans));
    return spans;
}

} // namespace services::load
