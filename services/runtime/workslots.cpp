// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workslots.h"

namespace services::runtime {

using namespace Qt::StringLiterals;

// Gives an acquired slot back, however the work ends.
class WorkSlots::Slot
{
public:
    explicit Slot(WorkSlots &slots)
        : m_slots(slots)
    {
    }
    ~Slot() { m_slots.release(); }
    Slot(const Slot &) = delete;
    Slot &operator=(const Slot &) = delete;

private:
    WorkSlots &m_slots;
};

WorkSlots::WorkSlots(Limits limits, ServiceTimes times, waiting::WaitScope &scope, waiting::Timers &timers)
    : m_limits(limits)
    , m_times(times)
    , m_scope(scope)
    , m_timers(timers)
{
}

QCoro::Task<Result<void>> WorkSlots::work(std::chrono::nanoseconds mean, Instant deadline)
{
    auto acquired = co_await acquire(deadline);
    if (!acquired)
        co_return acquired;
    const Slot slot(*this);
    const auto time = m_times.draw(mean);
    if (time > std::chrono::nanoseconds::zero()) {
        auto held = co_await waiting::sleepFor(m_scope, m_timers, time);
        if (!held)
            co_return held;
    }
    if (m_timers.now() >= deadline)
        co_return failure(Kind::TimedOut, u"The work was done too late: nobody waits for it any more"_s);
    co_return Result<void>();
}

QCoro::Task<Result<void>> WorkSlots::acquire(Instant deadline)
{
    if (m_timers.now() >= deadline)
        co_return failure(Kind::TimedOut, u"The request came after its deadline"_s);
    if (m_working < m_limits.workers) {
        ++m_working;
        co_return Result<void>();
    }
    if (queued() >= m_limits.queue)
        co_return failure(
            Kind::Overloaded,
            u"All %1 workers are busy and %2 requests wait already; try again"_s.arg(m_limits.workers)
                .arg(queued()));

    waiting::Pending<void> turn(m_scope, m_timers, deadline);
    const auto place = m_queue.insert(m_queue.end(), turn.completer());
    auto granted = co_await turn;
    if (granted)
        co_return granted; // whoever passes a slot on takes the waiter out of the queue first
    m_queue.erase(place);
    if (granted.error().kind == Kind::TimedOut)
        co_return failure(Kind::TimedOut, u"No worker was free in time"_s);
    co_return granted;
}

void WorkSlots::release()
{
    if (m_queue.empty()) {
        --m_working;
        return;
    }
    const auto next = m_queue.front();
    m_queue.pop_front();
    next.complete({}); // the slot stays taken: it passes on
}

} // namespace services::runtime
