// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverspan.h"

#include <utility>

namespace services::telemetry {

using namespace model::telemetry;

ServerSpan::ServerSpan(Recorder &recorder, const contract::Request &request, bool crossedNetwork)
    : m_recorder(recorder)
    , m_context(recorder.below(request.context.trace))
{
    m_span.kind = SpanKind::Server;
    m_span.endpoint = request.endpoint;
    m_span.caller = request.context.caller;
    m_span.crossedNetwork = crossedNetwork;
    begin(request.context.trace);
}

ServerSpan::ServerSpan(Recorder &recorder,
                       const model::system::CapabilityId &consumer,
                       const contract::Event &event)
    : m_recorder(recorder)
    , m_context(recorder.below(event.trace))
{
    m_span.kind = SpanKind::Consumer;
    m_span.endpoint = {consumer, event.topic.value};
    m_span.crossedNetwork = true;
    begin(event.trace);
}

void ServerSpan::begin(const TraceContext &parent)
{
    m_span.trace = m_context.trace;
    m_span.id = m_context.span;
    m_span.parent = parent.isValid() ? parent.span : SpanId{};
    m_span.start = m_recorder.now();
}

ServerSpan::~ServerSpan()
{
    const model::result::Error cancelled{
        model::result::Kind::Cancelled, QStringLiteral("Abandoned before it was answered"), {}};
    if (!m_finished)
        end(&cancelled, false);
}

void ServerSpan::finish(const model::result::Result<contract::Reply> &outcome)
{
    end(outcome ? nullptr : &outcome.error(), outcome && !outcome->degraded.isEmpty());
}

void ServerSpan::finish(const model::result::Result<void> &outcome)
{
    end(outcome ? nullptr : &outcome.error(), false);
}

void ServerSpan::end(const model::result::Error *error, bool degraded)
{
    if (std::exchange(m_finished, true))
        return;
    m_span.duration = m_recorder.now() - m_span.start;
    Outcome outcome{m_span.duration, {}, degraded};
    if (error != nullptr) {
        outcome.failure = error->kind;
        m_span.failure = error->kind;
        m_span.failureMessage = error->message;
    }
    m_recorder.countServed(m_span.endpoint, outcome);
    const bool isKept = m_recorder.keeps(m_context, outcome);
    log(degraded, isKept);
    if (!isKept)
        return;
    m_span.annotations = m_recorder.takeAnnotations(m_context);
    m_recorder.record(std::move(m_span), m_context.sampled);
}

void ServerSpan::log(bool degraded, bool isKept)
{
    LogLine line;
    line.at = m_span.start + m_span.duration;
    line.level = m_span.failure ? LogLevel::Error : degraded ? LogLevel::Warning : LogLevel::Information;
    line.matter = m_span.kind == SpanKind::Consumer ? LogMatter::Handled : LogMatter::Served;
    line.endpoint = m_span.endpoint;
    line.caller = m_span.caller;
    line.trace = m_span.trace;
    line.span = m_span.id;
    line.isTraced = isKept;
    line.duration = m_span.duration;
    line.failure = m_span.failure;
    line.degraded = degraded;
    line.words = m_span.failureMessage;
    m_recorder.log(std::move(line));
}

} // namespace services::telemetry
