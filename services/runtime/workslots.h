// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "servicetimes.h"

#include <services/waiting/pending.h>

#include <list>

namespace services::runtime {

using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;
using waiting::Instant;

// The workers of an instance: `workers` requests do their declared work at once, by holding a slot without
// burning CPU; further ones queue first come, first served; when the queue is full they are Overloaded.
// A worker begins with the next request at the moment when the last was due, and not when the loop came to
// see it: else each hold would last some 50 microseconds longer than declared, and many short ones would add
// up. Owned by the instance, in its thread. A waiter whose deadline passes leaves the queue with TimedOut;
// one whose instance ends, with Cancelled.
class WorkSlots
{
public:
    struct Limits
    {
        int workers = 8;
        int queue = 64;
    };
    WorkSlots(Limits limits, ServiceTimes times, waiting::WaitScope &scope, waiting::Timers &timers);

    // Waits for a slot, holds it for about `mean`, and gives it back. Whoever comes too late for its own
    // deadline is TimedOut.
    QCoro::Task<Result<void>> work(std::chrono::nanoseconds mean, Instant deadline);

    int workers() const { return m_limits.workers; }
    int working() const { return m_working; }
    int queued() const { return static_cast<int>(m_queue.size()); }
    // How long slots were held since the last time, added up.
    std::chrono::nanoseconds takeWorked();

private:
    class Slot;
    // Since when the slot is the caller's.
    QCoro::Task<Result<Instant>> acquire(Instant deadline);
    void release(Instant free);
    void countWorked();

    Limits m_limits;
    ServiceTimes m_times;
    waiting::WaitScope &m_scope;
    waiting::Timers &m_timers;
    int m_working = 0;
    std::chrono::nanoseconds m_worked{0}; // until then:
    Instant m_countedUntil;
    std::list<waiting::Completer<Instant>> m_queue; // oldest first; each waits still
};

} // namespace services::runtime
