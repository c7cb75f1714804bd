// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "circuitbreaker.h"

namespace services::resilience {

using namespace Qt::StringLiterals;
using contract::Instant;
using model::operation::BreakerPolicy;

CircuitBreaker::CircuitBreaker(const BreakerPolicy &policy, Tell tell)
    : m_policy(policy)
    , m_tell(std::move(tell))
    , m_calls(policy.window)
    , m_failed(policy.window)
    , m_slow(policy.window)
{
}

void CircuitBreaker::change(const BreakerPolicy &policy, Instant now)
{
    m_policy = policy;
    m_reason.clear();
    enter(BreakerState::Closed, now);
}

std::optional<CircuitBreaker::Permit> CircuitBreaker::admit(Instant now)
{
    const bool isOver = now >= m_since + m_policy.openFor;
    if (m_state == BreakerState::Open) {
        if (!isOver)
            return std::nullopt;
        enter(BreakerState::HalfOpen, now);
        m_tell({m_state});
    } else if (m_state == BreakerState::HalfOpen && m_trialsGiven >= m_policy.trialCalls) {
        if (isOver)
            open(now, {BreakerState::Open, m_trialsGiven, m_trialsGiven - m_trialsWell});
        return std::nullopt;
    }
    if (m_state == BreakerState::HalfOpen)
        ++m_trialsGiven;
    Permit permit;
    permit.m_period = m_period;
    return permit;
}

void CircuitBreaker::record(Permit permit, Verdict verdict, std::chrono::nanoseconds took, Instant now)
{
    if (verdict == Verdict::Unknown)
        return forget(permit);
    if (permit.m_period != m_period)
        return;
    const bool slow = took >= m_policy.slowAfter;
    if (m_state == BreakerState::HalfOpen)
        return recordTrial(verdict, slow, now);
    m_calls.add(now);
    if (verdict == Verdict::Failed)
        m_failed.add(now);
    if (slow)
        m_slow.add(now);
    judge(now);
}

void CircuitBreaker::forget(Permit permit)
{
    if (permit.m_period == m_period && m_state == BreakerState::HalfOpen)
        --m_trialsGiven;
}

void CircuitBreaker::recordTrial(Verdict verdict, bool slow, Instant now)
{
    if (verdict == Verdict::Failed || slow)
        return open(now,
                    {BreakerState::Open, m_trialsWell + 1, verdict == Verdict::Failed ? 1 : 0, slow ? 1 : 0,
                     verdict != Verdict::Failed});
    if (++m_trialsWell < m_policy.trialCalls)
        return;
    const Change closed{BreakerState::Closed, m_trialsWell};
    enter(BreakerState::Closed, now);
    m_reason.clear();
    m_tell(closed);
}

void CircuitBreaker::judge(Instant now)
{
    const auto calls = m_calls.total(now);
    if (calls < m_policy.fewestCalls)
        return;
    const auto failed = m_failed.total(now);
    const auto slow = m_slow.total(now);
    const auto all = static_cast<double>(calls);
    // A share of nothing is never reached: with a share of zero the first failure is enough.
    const bool fails = failed > 0 && static_cast<double>(failed) >= m_policy.failureShare * all;
    const bool dawdles = slow > 0 && static_cast<double>(slow) >= m_policy.slowShare * all;
    if (fails || dawdles)
        open(now, {BreakerState::Open, calls, failed, slow, !fails});
}

void CircuitBreaker::open(Instant now, Change change)
{
    enter(BreakerState::Open, now);
    m_reason = words(change, m_policy);
    m_tell(change);
}

void CircuitBreaker::enter(BreakerState state, Instant now)
{
    m_state = state;
    ++m_period;
    m_since = now;
    m_trialsGiven = 0;
    m_trialsWell = 0;
    m_calls = SlidingCount(m_policy.window);
    m_failed = SlidingCount(m_policy.window);
    m_slow = SlidingCount(m_policy.window);
}

QString words(const CircuitBreaker::Change &change, const BreakerPolicy &policy)
{
    if (change.becauseSlow)
        return u"%1 of %2 took longer than %3 ms"_s.arg(change.slow)
            .arg(change.calls)
            .arg(policy.slowAfter.count());
    return u"%1 of %2 failed"_s.arg(change.failed).arg(change.calls);
}

} // namespace services::resilience
