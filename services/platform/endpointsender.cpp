// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpointsender.h"

#include <services/transport/wire.h>

#include <QRandomGenerator>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

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

QCoro::Task<Result<EndpointAnswer>>
EndpointSender::send(const runtime::Fleet &fleet, transport::AddressSource &addresses, EndpointCall call)
{
    EndpointAnswer answer;
    answer.instance = call.instance;
    transport::Address address;
    std::optional<transport::Lease> lease;
    if (call.instance.isEmpty()) {
        lease = addresses.pick(call.capability);
        if (!lease)
            co_return failure(Kind::Unavailable,
                              u"No instance of %1 can take requests"_s.arg(call.capability.value),
                              call.capability.value);
        answer.instance = lease->instance();
        address = lease->address();
    } else if (const auto status = fleet.instance(call.instance)) {
        address.port = status->port;
    } else {
        co_return failure(Kind::NotFound, u"No instance is called %1"_s.arg(call.instance.value),
                          call.instance.value);
    }
    call.request.headers.set(transport::wire::calleeHeader, call.capability.value.toUtf8());
    call.request.headers.set(transport::wire::fleetHeader, fleet.plan().options.fleetKey);
    auto span = beginSpan(call);
    const auto begin = m_timers.now();
    auto response = co_await m_client.send(address, std::move(call.request), begin + call.patience);
    answer.duration = m_timers.now() - begin;
    answer.trace = span.trace;
    if (span.sampled) {
        span.start = begin;
        span.duration = answer.duration;
        if (!response) {
            span.failure = response.error().kind;
            span.failureMessage = response.error().message;
        } else if (response->status >= 400) {
            span.failure = transport::wire::kindOf(response->status);
            span.failureMessage = u"answered with status %1"_s.arg(response->status);
        }
        m_spans.emplace_back(call.fleet, std::move(span));
    }
    if (!response)
        co_return failure(response.error());
    answer.response = *std::move(response);
    co_return answer;
}

} // namespace services::platform
