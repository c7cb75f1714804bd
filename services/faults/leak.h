// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/waiting/timers.h>

#include <vector>

namespace services::faults {

// Takes memory of the system and uses it, more and more, until a limit. What it has taken it gives back to
// the system when it is stopped or destroyed. Belongs to one instance, in its thread.
class Leak
{
public:
    struct Rate
    {
        double megabytesPerSecond = 0;
        double limitMegabytes = 0;
        bool operator==(const Rate &) const = default;
    };
    // `full` is called once, when the limit is reached or the system has no more to give.
    Leak(waiting::Timers &timers, std::function<void()> full);
    ~Leak();
    Leak(const Leak &) = delete;
    Leak &operator=(const Leak &) = delete;

    void start(Rate rate); // with an equal rate: goes on
    void stop();
    std::size_t bytes() const { return m_bytes; }

private:
    void drip();
    bool take(std::size_t bytes);

    waiting::Timers &m_timers;
    std::function<void()> m_full;
    Rate m_rate;
    waiting::Timers::Ticket m_next = waiting::Timers::Ticket::None;
    std::vector<std::pair<void *, std::size_t>> m_taken;
    std::size_t m_bytes = 0;
    double m_owed = 0; // bytes, less than a page
    waiting::Instant m_since;
};

} // namespace services::faults
