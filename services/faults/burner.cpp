// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "burner.h"

#include <utility>

namespace services::faults {

namespace {

constexpr auto slice = std::chrono::milliseconds(10);

} // namespace

Burner::Burner(waiting::Timers &timers)
    : m_timers(timers)
{
}

Burner::~Burner()
{
    setShare(0);
}

void Burner::setShare(double share)
{
    m_share = share;
    if (share <= 0)
        m_timers.cancel(std::exchange(m_next, waiting::Timers::Ticket::None));
    else if (m_next == waiting::Timers::Ticket::None)
        m_next = m_timers.after(slice, [this] { burn(); });
}

void Burner::burn()
{
    const auto begin = std::chrono::steady_clock::now(); // real time: this is real work
    while (std::chrono::steady_clock::now() - begin < slice * m_share) { }
    const auto rest = std::chrono::duration_cast<std::chrono::nanoseconds>(slice * (1 - m_share));
    m_next = m_timers.after(rest, [this] { burn(); });
}

} // namespace services::faults
