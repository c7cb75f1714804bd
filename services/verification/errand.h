// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThreadPool>

#include <chrono>
#include <mutex>
#include <optional>
#include <vector>

namespace services::verification {

// A little work for a thread that lets all others go first, as those do which hash passwords: it is late when
// such threads starve, though everybody else keeps up. Control thread.
class Errand
{
public:
    Errand();
    ~Errand(); // waits for the one that is out: milliseconds, unless it starves

    void send(); // nothing while one is out
    // How much later each one was done than by a processor of its own, of those that came back since the last
    // call.
    std::vector<std::chrono::nanoseconds> takeLateness();
    std::chrono::nanoseconds outFor() const; // the one that is not back yet; zero: none

private:
    using Clock = std::chrono::steady_clock;
    void run(Clock::time_point sent);

    mutable std::mutex m_mutex;
    std::optional<Clock::time_point> m_sent;
    std::vector<std::chrono::nanoseconds> m_lateness;
    QThreadPool m_pool;
};

} // namespace services::verification
