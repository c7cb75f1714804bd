// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulkhead.h"

namespace services::resilience {

Bulkhead::Bulkhead(waiting::WaitScope &scope, waiting::Timers &timers)
    : m_scope(scope)
    , m_timers(timers)
{
}

void Bulkhead::change(const std::optional<model::operation::BulkheadPolicy> &policy)
{
    m_policy = policy;
    letIn();
}

Bulkhead::Entry Bulkhead::tryEnter()
{
    if (hasRoom() && m_queue.empty()) {
        ++m_inside;
        return Entry::Entered;
    }
    return waiting() < m_policy->waiting ? Entry::MustWait : Entry::Full;
}

QCoro::Task<model::result::Result<void>> Bulkhead::waitForRoom(waiting::Instant deadline)
{
    waiting::Pending<void> turn(m_scope, m_timers, deadline);
    const auto place = m_queue.insert(m_queue.end(), turn.completer());
    auto granted = co_await turn;
    if (!granted)
        m_queue.erase(place); // whoever lets a waiter in takes it out of the queue first
    co_return granted;
}

void Bulkhead::leave()
{
    --m_inside;
    letIn();
}

// Counts each in before it runs, since it may end within the call.
void Bulkhead::letIn()
{
    while (!m_queue.empty() && hasRoom()) {
        const auto next = m_queue.front();
        m_queue.pop_front();
        ++m_inside;
        next.complete({});
    }
}

} // namespace services::resilience
