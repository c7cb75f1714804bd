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
// Owned by the instance, in its thread. A waiter whose deadline passes leaves the queue with TimedOut; one
// whose instance ends, with Cancelled.
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

private:
    class Slot;
    QCoro::Task<Result<void>> acquire(Instant deadline);
    void release();

    Limits m_limits;
    ServiceTimes m_times;
    waiting::WaitScope &m_scope;
    waiting::Timers &m_timers;
    int m_working = 0;
    std::list<waiting::Completer<void>> m_queue; // oldest first; each waits still
};

} // namespace services::runtime
