// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fakeclock.h"

#include <services/waiting/timers.h>

#include <map>

namespace tests::support {

// Timers on a fake clock: nothing runs until a test lets time pass. One thread.
class FakeTimers final : public services::waiting::Timers
{
public:
    explicit FakeTimers(FakeClock &clock)
        : m_clock(clock)
    {
    }

    Instant now() const override { return m_clock.now(); }
    Ticket at(Instant when, Action action) override;
    void cancel(Ticket ticket) override;

    // Moves the clock on, stopping at each moment for which something was planned and running it; what an
    // action plans within the time that passes runs too.
    void advance(std::chrono::nanoseconds duration);
    std::size_t planned() const { return m_plan.size(); }

private:
    using Moment = std::pair<Instant, std::uint64_t>; // of one instant, in the order of planning

    FakeClock &m_clock;
    std::map<Moment, Action> m_plan;
    std::map<Ticket, Moment> m_moments;
    std::uint64_t m_last = 0;
};

} // namespace tests::support
