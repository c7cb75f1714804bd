// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decisionlog.h"
#include "idgenerator.h"
#include "ring.h"
#include "sampler.h"

#include <model/telemetry/instancetelemetry.h>
#include <services/contract/clock.h>

#include <map>

namespace services::telemetry {

// Everything that one instance measures: counters and latencies of what it serves and calls, the spans of
// sampled requests, and of all failed ones whatever was sampled. Owned by the instance; made, used and
// destroyed in its thread; only the drained value leaves it. Memory is bounded even when nobody drains.
class Recorder
{
public:
    struct Options
    {
        model::system::InstanceId instance;
        std::uint64_t seed = 1; // of trace and span ids: another one for each incarnation of an instance
        double sampledShare = 0.01; // of the traces which start here; others keep their caller's decision
        std::size_t sampledSpans = 512; // which may wait to be drained
        std::size_t failedSpans
            = 128; // the same for failed or annotated spans of requests that are not sampled
        std::size_t lines = 256; // of the log, which may wait to be drained
    };
    Recorder(const contract::Clock &clock, Options options);

    contract::Instant now() const { return m_clock.now(); }
    const model::system::InstanceId &instance() const { return m_options.instance; }

    // The position of a new span below `parent`; when that is not valid, the first one of a new trace.
    model::telemetry::TraceContext below(const model::telemetry::TraceContext &parent);

    void countServed(const model::system::EndpointId &endpoint, const model::telemetry::Outcome &outcome);
    void countCalled(const model::telemetry::LinkId &link, const model::telemetry::Outcome &outcome);
    void countPublished(const model::system::TopicId &topic, int messages);
    // One more of what policies do with calls: &Counters::retries, ...
    void countOnLink(const model::telemetry::LinkId &link, std::uint64_t model::telemetry::Counters::*what);
    // Of a call that has a breaker; nothing: it has none any more. Stays until it is told otherwise.
    void setBreaker(const model::telemetry::LinkId &link,
                    std::optional<model::telemetry::BreakerState> state);
    // At this moment; see DecisionLog. Without brief words, those in full are brief enough.
    void decide(model::telemetry::DecisionKind kind,
                const model::telemetry::LinkId &link,
                const QString &words,
                const QString &brief = {});
    // The same of the request whose span this is, with a remark on it; the log tells both in one line.
    void decideOn(const model::telemetry::TraceContext &span,
                  model::telemetry::DecisionKind kind,
                  const model::telemetry::LinkId &link,
                  const QString &words,
                  const QString &brief = {});

    // Whether a span that ends like this is worth building: it is sampled, or has failed, or was annotated.
    bool keeps(const model::telemetry::TraceContext &span, const model::telemetry::Outcome &outcome) const;
    void record(model::telemetry::Span span, bool sampled);
    // A line for the instance's log, whatever is sampled; decisions and remarks are logged by themselves.
    void log(model::telemetry::LogLine line) { m_lines.add(std::move(line)); }

    // A remark on a span that has not ended yet ("tried again: connection refused").
    void annotate(const model::telemetry::TraceContext &span, QString text);
    // The same of an injected fault, by its word, which is counted too.
    void touch(const model::telemetry::TraceContext &span, const QString &fault, QString text);
    // For whoever ends the span: its remarks, which are then forgotten.
    std::vector<model::telemetry::Annotation> takeAnnotations(const model::telemetry::TraceContext &span);

    // What was measured since the last time, with the CPU time of the calling thread: call it in the
    // instance's own thread.
    model::telemetry::InstanceTelemetry drain();

private:
    void remark(const model::telemetry::TraceContext &span, model::telemetry::Annotation annotation);
    // Without a line in the log.
    void attach(const model::telemetry::TraceContext &span, model::telemetry::Annotation annotation);

    const contract::Clock &m_clock;
    Options m_options;
    IdGenerator m_ids;
    Sampler m_sampler;
    Ring<model::telemetry::Span> m_sampled;
    Ring<model::telemetry::Span> m_failed;
    std::map<model::telemetry::SpanId, std::vector<model::telemetry::Annotation>> m_annotations;
    DecisionLog m_decisions;
    Ring<model::telemetry::LogLine> m_lines;
    QHash<model::telemetry::LinkId, model::telemetry::BreakerState> m_breakers;
    model::telemetry::InstanceTelemetry m_period;
    std::chrono::nanoseconds m_cpuBefore{0};
};

} // namespace services::telemetry
