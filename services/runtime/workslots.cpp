// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workslots.h"

#include <algorithm>
#include <utility>

namespace services::runtime {

using namespace Qt::StringLiterals;

namespace {

// A loop which has stood still for longer has not worked meanwhile.
constexpr auto mostCaughtUp = std::chrono::milliseconds(2);

QCoro::Task<Result<void>> sleepUntil(waiting::WaitScope &scope, waiting::Timers &timers, Instant when)
{
    waiting::Pending<void> pending(scope);
    const auto completer = pending.completer();
    const auto ticket = timers.at(when, [completer] { completer.complete({}); });
    const auto slept = co_await pending;
    timers.cancel(ticket);
    co_return slept;
}

} // namespace

// Gives an acquired slot back, however the work ends.
class WorkSlots::Slot
{
public:
    explicit Slot(WorkSlots &slots)
        : m_slots(slots)
    {
    }
    ~Slot() { m_slots.release(std::min(m_end, m_slots.m_timers.now())); }
    Slot(const Slot &) = delete;
    Slot &operator=(const Slot &) = delete;

    void workedUntil(Instant end) { m_end = end; }

private:
    WorkSlots &m_slots;
    Instant m_end = Instant::max();
};

WorkSlots::WorkSlots(Limits limits, ServiceTimes times, waiting::WaitScope &scope, waiting::Timers &timers)
    : m_limits(limits)
    , m_times(times)
    , m_scope(scope)
    , m_timers(timers)
    , m_countedUntil(timers.now())
{
}

std::chrono::nanoseconds WorkSlots::takeWorked()
{
    countWorked();
    return std::exchange(m_worked, {});
}

// Before each change of the number at work.
void WorkSlots::countWorked()
{
    const auto now = m_timers.now();
    m_worked += (now - m_countedUntil) * m_working;
    m_countedUntil = now;
}

QCoro::Task<Result<void>> WorkSlots::work(std::chrono::nanoseconds mean, Instant deadline)
{
    const auto acquired = co_await acquire(deadline);
    if (!acquired)
        co_return failure(acquired.error());
    Slot slot(*this);
    const auto time = m_times.draw(mean);
    if (time > std::chrono::nanoseconds::zero()) {
        const Instant end = *acquired + time;
        auto held = co_await sleepUntil(m_scope, m_timers, end);
        if (!held)
            co_return held;
        slot.workedUntil(end);
    }
    if (m_timers.now() >= deadline)
        co_return failure(Kind::TimedOut, u"The work was done too late: nobody waits for it any more"_s);
    co_return Result<void>();
}

QCoro::Task<Result<Instant>> WorkSlots::acquire(Instant deadline)
{
    if (m_timers.now() >= deadline)
        co_return failure(Kind::TimedOut, u"The request came after its deadline"_s);
    if (m_working < m_limits.workers) {
        countWorked();
        ++m_working;
        const Instant begun = m_countedUntil;
        co_return begun;
    }
    if (queued() >= m_limits.queue)
        co_return failure(
            Kind::Overloaded,
            u"%1 of %1 workers are busy and %2 requests wait already; try again"_s.arg(m_limits.workers)
                .arg(queued()));

    waiting::Pending<Instant> turn(m_scope, m_timers, deadline);
    const auto place = m_queue.insert(m_queue.end(), turn.completer());
    auto granted = co_await turn;
    if (granted)
        co_return granted; // whoever passes a slot on takes the waiter out of the queue first
    m_queue.erase(place);
    if (granted.error().kind == Kind::TimedOut)
        co_return failure(Kind::TimedOut, u"No worker was free in time"_s);
    co_return granted;
}

void WorkSlots::release(Instant free)
{
    if (m_queue.empty()) {
        countWorked();
        --m_working;
        return;
    }
    const auto next = m_queue.front();
    m_queue.pop_front();
    next.complete(std::max(free, m_timers.now() - mostCaughtUp)); // the slot stays taken: it passes on
}

} // namespace services::runtime
