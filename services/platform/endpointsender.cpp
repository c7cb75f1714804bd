// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpointsender.h"

#include <services/transport/wire.h>

#include <QRandomGenerator>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::Error;
using model::result::failure;
using model::result::Kind;

namespace {

void fail(model::telemetry::Span &span,
          const Error &problem,
          std::vector<model::telemetry::Annotation> remarks)
{
    span.failure = problem.kind;
    span.failureMessage = problem.message;
    span.annotations = std::move(remarks);
}

} // namespace

EndpointSender::EndpointSender(transport::HttpClient &client, waiting::Timers &timers)
    : m_client(client)
    , m_timers(timers)
    , m_ids(QRandomGenerator::global()->generate64())
{
}

std::vector<std::pair<model::system::PackagingId, model::telemetry::Span>> EndpointSender::takeSpans()
{
    return std::exchange(m_spans, {});
}

// Who sends a traceparent of his own has a span of his own.
model::telemetry::Span EndpointSender::beginSpan(EndpointCall &call)
{
    using model::telemetry::TraceContext;
    auto &headers = call.request.headers;
    model::telemetry::Span span;
    span.kind = model::telemetry::SpanKind::Client;
    const auto given = headers.find(transport::wire::traceparentHeader);
    if (!given.isNull()) {
        span.trace = TraceContext::fromTraceparent(given).value_or(TraceContext()).trace;
        return span;
    }
    const TraceContext context{m_ids.traceId(), m_ids.spanId(), true};
    headers.add(transport::wire::traceparentHeader, context.toTraceparent());
    span.trace = context.trace;
    span.id = context.span;
    span.endpoint = {call.capability, call.operation};
    if (call.operation.isEmpty())
        span.endpoint.operation = QString::fromLatin1(call.request.method + ' ' + call.request.target);
    span.crossedNetwork = true;
    span.sampled = true;
    return span;
}

void EndpointSender::keep(model::telemetry::Span span, const model::system::PackagingId &fleet)
{
    span.duration = m_timers.now() - span.start;
    if (span.sampled)
        m_spans.emplace_back(fleet, std::move(span));
}

QCoro::Task<Result<EndpointAnswer>>
EndpointSender::send(const runtime::Fleet &fleet, transport::AddressSource &addresses, EndpointCall call)
{
    const auto blame = fleet.blame();
    EndpointAnswer answer;
    answer.instance = call.instance;
    transport::Address address;
    std::optional<transport::Lease> lease;
    if (const auto status = fleet.instance(call.instance))
        address.port = status->port;
    else if (!call.instance.isEmpty())
        co_return failure(Kind::NotFound, u"No instance is called %1"_s.arg(call.instance.value),
                          call.instance.value);
    auto span = beginSpan(call);
    span.start = m_timers.now();
    answer.trace = span.trace;
    if (call.instance.isEmpty()) {
        lease = addresses.pick(call.capability);
        if (!lease) {
            const Error nobody{Kind::Unavailable,
                               u"No instance of %1 can take requests"_s.arg(call.capability.value),
                               call.capability.value};
            fail(span, nobody, blame.remarksOn(call.capability, nobody, m_timers.now()));
            keep(std::move(span), call.fleet);
            co_return failure(nobody);
        }
        answer.instance = lease->instance();
        address = lease->address();
    }
    call.request.headers.set(transport::wire::calleeHeader, call.capability.value.toUtf8());
    call.request.headers.set(transport::wire::fleetHeader, fleet.plan().options.fleetKey);
    auto response = co_await m_client.send(address, std::move(call.request), span.start + call.patience);
    answer.duration = m_timers.now() - span.start;
    if (!response) {
        Error problem = response.error();
        problem.subject = answer.instance.value;
        fail(span, problem, blame.remarksOn(call.capability, problem, m_timers.now()));
    } else if (response->status >= 400) {
        span.failure = transport::wire::kindOf(response->status);
        span.failureMessage = u"answered with status %1"_s.arg(response->status);
    }
    keep(std::move(span), call.fleet);
    if (!response)
        co_return failure(response.error());
    answer.response = *std::move(response);
    co_return answer;
}

} // namespace services::platform
