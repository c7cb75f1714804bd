// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "slidingcount.h"
#include "verdict.h"

#include <model/operation/policies.h>
#include <model/telemetry/breakerstate.h>

#include <QString>

#include <functional>
#include <optional>

namespace services::resilience {

using model::telemetry::BreakerState;

// Stops calls to a callee that keeps failing or is slow, and lets a few pass after a while to see whether it
// is well again. Counts the calls of a sliding time window; opens at a share of failed or of slow calls, not
// before a fewest number of calls; open for a while, then half-open at the next call: some trial calls pass,
// and all must be well. After Polly v8 (failure ratio, minimum throughput, sampling and break duration:
// https://www.pollydocs.org/strategies/circuit-breaker) and resilience4j (slow calls, several trial calls,
// time-based window: https://resilience4j.readme.io/docs/circuitbreaker). Unlike theirs, a call counts only
// for the state in which it began, and trial calls which do not end within `openFor` open it again, so that
// a hung callee cannot hold it half-open for ever. One per call and instance. Thread-bound.
class CircuitBreaker
{
public:
    struct Change
    {
        BreakerState to;
        std::int64_t calls = 0; // which were counted in the state that ends
        std::int64_t failed = 0;
        std::int64_t slow = 0;
        bool becauseSlow = false; // it opened since calls were slow, not since they failed
    };
    using Tell = std::function<void(const Change &)>;

    // A call that was let through; it must end in record() or forget().
    class Permit
    {
        friend class CircuitBreaker;
        std::uint64_t m_period = 0; // the breaker's when it was given
    };

    CircuitBreaker(const model::operation::BreakerPolicy &policy, Tell tell);
    // Begins anew, closed; calls under way no longer count.
    void change(const model::operation::BreakerPolicy &policy, contract::Instant now);

    // Nothing: the call must not be made.
    std::optional<Permit> admit(contract::Instant now);
    void record(Permit permit, Verdict verdict, std::chrono::nanoseconds took, contract::Instant now);
    // The call was not made after all.
    void forget(Permit permit);

    BreakerState state() const { return m_state; }
    // Why it is not closed: "12 of 20 failed"; stays until it closes.
    QString reason() const { return m_reason; }
    const model::operation::BreakerPolicy &policy() const { return m_policy; }

private:
    void enter(BreakerState state, contract::Instant now);
    void open(contract::Instant now, Change change);
    void recordTrial(Verdict verdict, bool slow, contract::Instant now);
    void judge(contract::Instant now);

    model::operation::BreakerPolicy m_policy;
    Tell m_tell;
    BreakerState m_state = BreakerState::Closed;
    std::uint64_t m_period = 0; // counts changes of the state
    contract::Instant m_since; // when the state began
    SlidingCount m_calls;
    SlidingCount m_failed;
    SlidingCount m_slow;
    int m_trialsGiven = 0;
    int m_trialsWell = 0;
    QString m_reason;
};

// "12 of 20 failed", "17 of 20 took longer than 1000 ms".
QString words(const CircuitBreaker::Change &change, const model::operation::BreakerPolicy &policy);

} // namespace services::resilience
