// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recorder.h"

#include "threadcputime.h"

#include <algorithm>
#include <utility>

namespace services::telemetry {

using namespace model::telemetry;

namespace {

// Remarks belong to spans that have not ended. Whoever makes more than this has no tracing around it.
constexpr std::size_t annotatedSpansLimit = 1024;

bool isRelief(DecisionKind kind)
{
    return kind == DecisionKind::BreakerClosed || kind == DecisionKind::SheddingEnded
        || kind == DecisionKind::InstanceReturned;
}

LogLine lineOf(Decision decision)
{
    LogLine line;
    line.at = decision.at;
    line.level = isRelief(decision.kind) ? LogLevel::Information : LogLevel::Warning;
    line.matter = LogMatter::Decision;
    line.endpoint = std::move(decision.link.to);
    line.caller = std::move(decision.link.from);
    line.words = std::move(decision.words);
    return line;
}

LogLine lineOf(const TraceContext &span, const Annotation &annotation)
{
    LogLine line;
    line.at = annotation.at;
    line.level = LogLevel::Warning;
    line.matter = LogMatter::Remark;
    line.trace = span.trace;
    line.span = span.span;
    line.isTraced = true; // what is annotated is kept
    line.words = annotation.text;
    line.fault = annotation.fault;
    return line;
}

} // namespace

Recorder::Recorder(const contract::Clock &clock, Options options)
    : m_clock(clock)
    , m_options(std::move(options))
    , m_ids(m_options.seed)
    , m_sampler(m_options.sampledShare)
    , m_sampled(m_options.sampledSpans)
    , m_failed(m_options.failedSpans)
    , m_lines(m_options.lines)
    , m_cpuBefore(threadCpuTime())
{
    m_period.from = m_clock.now();
}

TraceContext Recorder::below(const TraceContext &parent)
{
    if (parent.isValid())
        return {parent.trace, m_ids.spanId(), parent.sampled};
    const TraceId trace = m_ids.traceId();
    return {trace, m_ids.spanId(), m_sampler.keeps(trace)};
}

void Recorder::countServed(const model::system::EndpointId &endpoint, const Outcome &outcome)
{
    m_period.served[endpoint].add(outcome);
}

void Recorder::countCalled(const LinkId &link, const Outcome &outcome)
{
    m_period.called[link].add(outcome);
}

void Recorder::countPublished(const model::system::TopicId &topic, int messages)
{
    m_period.published[topic] += static_cast<std::uint64_t>(messages);
}

void Recorder::countOnLink(const LinkId &link, std::uint64_t Counters::*what)
{
    ++(m_period.called[link].*what);
}

void Recorder::setBreaker(const LinkId &link, std::optional<BreakerState> state)
{
    if (state)
        m_breakers.insert(link, *state);
    else
        m_breakers.remove(link);
}

void Recorder::decide(DecisionKind kind, const LinkId &link, const QString &words, const QString &brief)
{
    Decision decision{now(), kind, link, words, brief.isEmpty() ? words : brief};
    if (m_decisions.add(decision))
        m_lines.add(lineOf(std::move(decision)));
}

void Recorder::decideOn(const TraceContext &span,
                        DecisionKind kind,
                        const LinkId &link,
                        const QString &words,
                        const QString &brief)
{
    Decision decision{now(), kind, link, words, brief.isEmpty() ? words : brief};
    if (!m_decisions.add(decision))
        return annotate(span, words); // else the log of the request would lack it
    attach(span, {decision.at, words});
    LogLine line = lineOf(std::move(decision));
    line.trace = span.trace;
    line.span = span.span;
    line.isTraced = true; // what is annotated is kept
    m_lines.add(std::move(line));
}

bool Recorder::keeps(const TraceContext &span, const Outcome &outcome) const
{
    return span.sampled || outcome.failure || (!m_annotations.empty() && m_annotations.contains(span.span));
}

void Recorder::record(Span span, bool sampled)
{
    span.instance = m_options.instance;
    span.sampled = sampled;
    (sampled ? m_sampled : m_failed).add(std::move(span));
}

void Recorder::annotate(const TraceContext &span, QString text)
{
    remark(span, {now(), std::move(text)});
}

void Recorder::touch(const TraceContext &span, const QString &fault, QString text)
{
    ++m_period.touched[fault];
    remark(span, {now(), std::move(text), fault});
}

void Recorder::remark(const TraceContext &span, Annotation annotation)
{
    m_lines.add(lineOf(span, annotation));
    attach(span, std::move(annotation));
}

void Recorder::attach(const TraceContext &span, Annotation annotation)
{
    if (m_annotations.size() < annotatedSpansLimit || m_annotations.contains(span.span))
        m_annotations[span.span].push_back(std::move(annotation));
}

std::vector<Annotation> Recorder::takeAnnotations(const TraceContext &span)
{
    auto taken = m_annotations.extract(span.span);
    return taken ? std::move(taken.mapped()) : std::vector<Annotation>{};
}

InstanceTelemetry Recorder::drain()
{
    const auto ended = [](const Span &span) { return span.start + span.duration; };
    const auto cpu = threadCpuTime();
    InstanceTelemetry period = std::exchange(m_period, {});
    period.instance = m_options.instance;
    period.until = m_clock.now();
    period.cpu = cpu - std::exchange(m_cpuBefore, cpu);
    period.droppedSpans = m_sampled.drainInto(period.spans);
    period.droppedSpans += m_failed.drainInto(period.spans);
    period.decisions = m_decisions.drain(period.until);
    period.lostLines = m_lines.drainInto(period.lines);
    period.breakers = m_breakers;
    std::ranges::stable_sort(period.spans, {}, ended);
    m_period.from = period.until;
    return period;
}

} // namespace services::telemetry
