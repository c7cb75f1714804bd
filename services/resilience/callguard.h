// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bulkhead.h"
#include "circuitbreaker.h"
#include "retrybudget.h"

#include <services/contract/caller.h>
#include <services/telemetry/recorder.h>

namespace services::resilience {

// What protects one kind of call, from one capability to one endpoint, on one instance: its policies in force
// and their memory, which lives on when other policies change. Tells what it decides: on the span of the call
// at hand, in the counters of the link, and as a decision for the time line. Owned by the PolicyCaller, in
// its thread.
class CallGuard
{
public:
    struct Means
    {
        telemetry::Recorder &recorder; // also tells the time
        waiting::WaitScope &scope;
        waiting::Timers &timers;
    };
    CallGuard(model::telemetry::LinkId link, Means means);
    CallGuard(const CallGuard &) = delete;
    CallGuard &operator=(const CallGuard &) = delete;

    // A policy that has not changed keeps its memory.
    void apply(const model::operation::CallPolicies &policies);
    const model::operation::CallPolicies &policies() const { return m_policies; }

    // Counts a new call, and brings its deadline nearer; without a timeout it has none. Answers the moment.
    contract::Instant begin(contract::Request &request);
    // Whether the next attempt may be made, out of so many so far, before the request's deadline; spends the
    // budget, but not for a request whose time is over: nobody will make it.
    bool maySendAgain(const contract::Request &request, const contract::Error &error, int attempts);
    // How long the callee asks to be left alone before that, if that is heeded; else nothing.
    std::chrono::nanoseconds restAfter(const contract::Error &error) const;
    // It is made now.
    void noteRepeat(const contract::Request &request, const contract::Error &because);

    // A call that is let through to the callee holds a place from enter to leave; nothing asks the breaker
    // while there is none.
    Bulkhead &bulkhead() { return m_bulkhead; }
    CircuitBreaker *breaker() { return m_breaker ? &*m_breaker : nullptr; }
    bool isPlain() const { return !m_breaker && !m_policies.bulkhead; }

    // The breaker's answers, with what they change told.
    std::optional<CircuitBreaker::Permit> admit(const model::telemetry::TraceContext &span);
    void record(CircuitBreaker::Permit permit,
                const contract::Result<contract::Reply> &outcome,
                contract::Instant since,
                const model::telemetry::TraceContext &span);

    // What the caller is told instead of an answer.
    contract::Error stoppedByBreaker();
    contract::Error stoppedByBulkhead(const model::telemetry::TraceContext &span);
    void noteFallback(const QString &what, const model::telemetry::TraceContext &span);
    // The call, which began then, has ended as timed out: told if the time for it is over, ours or that of
    // whoever waits for us.
    void noteTimeout(const contract::Request &request, contract::Instant since);

private:
    void applyBreaker(const std::optional<model::operation::BreakerPolicy> &policy);
    void tell(const CircuitBreaker::Change &change);
    // Says that the policy has done this, on the call's span as well if there is one, and returns what it has
    // said in full.
    QString decide(model::telemetry::DecisionKind kind,
                   const QString &policy,
                   const QString &what,
                   const model::telemetry::TraceContext *span = nullptr);
    QString callee() const;

    const model::telemetry::LinkId m_link;
    Means m_means;
    model::operation::CallPolicies m_policies;
    std::optional<RetryBudget> m_budget;
    std::optional<CircuitBreaker> m_breaker;
    Bulkhead m_bulkhead;
    const model::telemetry::TraceContext *m_span = nullptr; // of the call which the breaker is asked about
};

} // namespace services::resilience
