// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callguard.h"

#include "deadline.h"
#include "repeatable.h"

namespace services::resilience {

using namespace Qt::StringLiterals;
using contract::Error;
using contract::Instant;
using contract::Kind;
using model::telemetry::Counters;
using model::telemetry::DecisionKind;
using model::telemetry::TraceContext;

namespace {

// A callee, with whom the deadline travels, may say that the time is over just before our own clock does.
constexpr auto answersEarly = std::chrono::milliseconds(5);

} // namespace

CallGuard::CallGuard(model::telemetry::LinkId link, Means means)
    : m_link(std::move(link))
    , m_means(means)
    , m_bulkhead(means.scope, means.timers)
{
}

void CallGuard::apply(const model::operation::CallPolicies &policies)
{
    if (policies == m_policies)
        return;
    const auto before = std::exchange(m_policies, policies);
    if (policies.retry != before.retry) {
        m_budget.reset();
        if (policies.retry && policies.retry->hasBudget)
            m_budget.emplace(
                RetryBudget::Options{policies.retry->budgetShare, policies.retry->budgetPerSecond});
    }
    if (policies.breaker != before.breaker)
        applyBreaker(policies.breaker);
    if (policies.bulkhead != before.bulkhead)
        m_bulkhead.change(policies.bulkhead);
}

void CallGuard::applyBreaker(const std::optional<model::operation::BreakerPolicy> &policy)
{
    if (!policy)
        m_breaker.reset();
    else if (m_breaker)
        m_breaker->change(*policy, m_means.recorder.now());
    else
        m_breaker.emplace(*policy, [this](const CircuitBreaker::Change &change) { tell(change); });
    m_means.recorder.setBreaker(m_link, policy ? std::optional(BreakerState::Closed) : std::nullopt);
}

Instant CallGuard::begin(contract::Request &request)
{
    const Instant now = m_means.recorder.now();
    auto &deadline = request.context.deadline;
    deadline = m_policies.timeout ? shortened(deadline, now, m_policies.timeout->limit) : Instant::max();
    if (m_budget)
        m_budget->countCall(now);
    return now;
}

bool CallGuard::maySendAgain(const contract::Request &request, const Error &error, int attempts)
{
    const auto &retry = m_policies.retry;
    if (!retry || attempts >= retry->attempts || !isRepeatable(request, error.kind, *retry))
        return false;
    auto &recorder = m_means.recorder;
    const auto &span = request.context.trace;
    const Instant now = recorder.now();
    const auto rest = restAfter(error);
    if (rest > std::chrono::nanoseconds::zero() && rest >= request.context.deadline - now) {
        recorder.annotate(
            span,
            u"Not tried again, nobody waits for the %1 s that it asks for: %2"_s.arg(error.retryAfter.count())
                .arg(error.message));
        return false;
    }
    if (now < request.context.deadline && m_budget && !m_budget->trySpend(now)) {
        recorder.annotate(span, u"Not tried again, the retry budget is spent: %1"_s.arg(error.message));
        decide(DecisionKind::BudgetSpent, u"retry budget"_s, u"is spent: failures are not tried again"_s);
        return false;
    }
    return true;
}

std::chrono::nanoseconds CallGuard::restAfter(const Error &error) const
{
    const bool isHeeded = m_policies.retry && error.retryAfter <= m_policies.retry->longestRetryAfter;
    return isHeeded ? error.retryAfter : std::chrono::seconds(0);
}

void CallGuard::noteRepeat(const contract::Request &request, const Error &because)
{
    m_means.recorder.countOnLink(m_link, &Counters::retries);
    m_means.recorder.annotate(request.context.trace, u"Tried again: %1"_s.arg(because.message));
    m_means.recorder.decide(DecisionKind::CallRepeated, m_link,
                            u"retry %1: %2"_s.arg(callee(), because.message), u"retry: "_s + because.message);
}

std::optional<CircuitBreaker::Permit> CallGuard::admit(const TraceContext &span)
{
    m_span = &span;
    const auto permit = m_breaker->admit(m_means.recorder.now());
    m_span = nullptr;
    return permit;
}

void CallGuard::record(CircuitBreaker::Permit permit,
                       const contract::Result<contract::Reply> &outcome,
                       Instant since,
                       const TraceContext &span)
{
    if (!m_breaker)
        return; // switched off meanwhile
    const Instant now = m_means.recorder.now();
    m_span = &span;
    m_breaker->record(permit, verdictOn(outcome), now - since, now);
    m_span = nullptr;
}

void CallGuard::tell(const CircuitBreaker::Change &change)
{
    QString words;
    DecisionKind kind = DecisionKind::BreakerClosed;
    switch (change.to) {
    case BreakerState::Closed:
        words = u"closed: %1 of %1 trial calls were well"_s.arg(change.calls);
        break;
    case BreakerState::HalfOpen:
        kind = DecisionKind::BreakerHalfOpened;
        words = u"half-open: %1 trial calls may pass"_s.arg(m_breaker->policy().trialCalls);
        break;
    case BreakerState::Open:
        kind = DecisionKind::BreakerOpened;
        words = u"opened: "_s + resilience::words(change, m_breaker->policy());
        break;
    }
    m_means.recorder.setBreaker(m_link, change.to);
    decide(kind, u"breaker"_s, words, m_span);
}

Error CallGuard::stoppedByBreaker()
{
    m_means.recorder.countOnLink(m_link, &Counters::stoppedByBreaker);
    return {Kind::Unavailable, u"Not asked: the breaker %1 is open (%2)"_s.arg(callee(), m_breaker->reason()),
            m_link.to.capability.value};
}

Error CallGuard::stoppedByBulkhead(const TraceContext &span)
{
    auto &recorder = m_means.recorder;
    const auto words = decide(DecisionKind::BulkheadFull, u"bulkhead"_s,
                              u"is full: %1 calls are under way"_s.arg(m_bulkhead.inside()), &span);
    recorder.countOnLink(m_link, &Counters::stoppedByBulkhead);
    return {Kind::Overloaded, u"Not asked: the "_s + words, m_link.to.capability.value};
}

void CallGuard::noteFallback(const QString &what, const TraceContext &span)
{
    m_means.recorder.countOnLink(m_link, &Counters::fallbacks);
    m_means.recorder.annotate(span, u"Fallback: "_s + what);
    m_means.recorder.decide(DecisionKind::FallbackUsed, m_link, u"fallback %1: %2"_s.arg(callee(), what),
                            u"fallback: "_s + what);
}

void CallGuard::noteTimeout(const contract::Request &request, Instant since)
{
    const Instant now = m_means.recorder.now();
    if (!m_policies.timeout || now + answersEarly < request.context.deadline)
        return; // so has the callee answered, of its own callees
    const auto waited = std::chrono::round<std::chrono::milliseconds>(now - since);
    const QString what = u"given up after %1 ms"_s.arg(waited.count());
    const QString words = u"timeout %1: %2"_s.arg(callee(), what);
    m_means.recorder.decideOn(request.context.trace, DecisionKind::CallTimedOut, m_link, words,
                              u"timeout: "_s + what);
}

QString
CallGuard::decide(DecisionKind kind, const QString &policy, const QString &what, const TraceContext *span)
{
    const QString words = u"%1 %2 %3"_s.arg(policy, callee(), what);
    const QString brief = policy + u' ' + what;
    if (span != nullptr)
        m_means.recorder.decideOn(*span, kind, m_link, words, brief);
    else
        m_means.recorder.decide(kind, m_link, words, brief);
    return words;
}

QString CallGuard::callee() const
{
    return u"from %1 to %2 %3"_s.arg(m_link.from.value, m_link.to.capability.value, m_link.to.operation);
}

} // namespace services::resilience
