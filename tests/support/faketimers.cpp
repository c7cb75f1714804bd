// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faketimers.h"

namespace tests::support {

using services::waiting::Timers;

Timers::Ticket FakeTimers::at(Instant when, Action action)
{
    const auto ticket = Ticket{++m_last};
    const Moment moment{std::max(when, now()), m_last};
    m_plan.emplace(moment, std::move(action));
    m_moments.emplace(ticket, moment);
    return ticket;
}

void FakeTimers::cancel(Ticket ticket)
{
    if (const auto moment = m_moments.extract(ticket))
        m_plan.erase(moment.mapped());
}

void FakeTimers::advance(std::chrono::nanoseconds duration)
{
    const Instant until = now() + duration;
    while (!m_plan.empty() && m_plan.begin()->first.first <= until) {
        auto next = m_plan.extract(m_plan.begin());
        m_moments.erase(Ticket{next.key().second});
        m_clock.advance(std::max(next.key().first - now(), std::chrono::nanoseconds(0)));
        next.mapped()();
    }
    m_clock.advance(std::max(until - now(), std::chrono::nanoseconds(0)));
}

} // namespace tests::support
