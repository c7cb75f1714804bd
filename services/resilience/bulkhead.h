// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/policies.h>
#include <services/waiting/pending.h>

#include <list>
#include <optional>

namespace services::resilience {

// How many calls of one kind are under way, and whether one more may be: further ones wait in a queue of
// limited length, first come, first served, until their deadline; more fail at once. So a hung callee cannot
// hold more than its share of the caller's own requests. After resilience4j's semaphore bulkhead
// (https://resilience4j.readme.io/docs/bulkhead), with the queue of Polly's concurrency limiter ("permit
// limit" and "queue limit": https://www.pollydocs.org/strategies/rate-limiter). Counts without a policy too,
// so that one which is switched on in the middle of trouble holds at once. One per call and instance.
// Thread-bound; outlives its waiters.
class Bulkhead
{
public:
    enum class Entry
    {
        Entered, // leave() when it is done
        MustWait,
        Full
    };
    Bulkhead(waiting::WaitScope &scope, waiting::Timers &timers);

    // Nothing: everybody enters. Whoever waits and fits now, enters.
    void change(const std::optional<model::operation::BulkheadPolicy> &policy);

    Entry tryEnter();
    // Has entered when it succeeds; TimedOut at the deadline.
    QCoro::Task<model::result::Result<void>> waitForRoom(waiting::Instant deadline);
    void leave();

    int inside() const { return m_inside; }
    int waiting() const { return static_cast<int>(m_queue.size()); }

private:
    bool hasRoom() const { return !m_policy || m_inside < m_policy->concurrent; }
    void letIn();

    waiting::WaitScope &m_scope;
    waiting::Timers &m_timers;
    std::optional<model::operation::BulkheadPolicy> m_policy;
    int m_inside = 0;
    std::list<waiting::Completer<void>> m_queue; // oldest first; each waits still
};

} // namespace services::resilience
