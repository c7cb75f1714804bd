// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leak.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace services::faults {

namespace {

using namespace std::chrono_literals;
constexpr auto dripEvery = 20ms;
constexpr double megabyte = 1e6;
constexpr std::size_t page = 4096;

} // namespace

Leak::Leak(waiting::Timers &timers, std::function<void()> full)
    : m_timers(timers)
    , m_full(std::move(full))
{
}

Leak::~Leak()
{
    stop();
}

void Leak::start(Rate rate)
{
    if (m_next != waiting::Timers::Ticket::None && rate == m_rate)
        return;
    stop();
    m_rate = rate;
    m_since = m_timers.now();
    m_next = m_timers.after(dripEvery, [this] { drip(); });
}

void Leak::stop()
{
    m_timers.cancel(std::exchange(m_next, waiting::Timers::Ticket::None));
    for (const auto &[memory, bytes] : std::exchange(m_taken, {}))
        munmap(memory, bytes);
    m_bytes = 0;
    m_owed = 0;
}

void Leak::drip()
{
    m_next = waiting::Timers::Ticket::None;
    const auto now = m_timers.now();
    const auto passed = std::chrono::duration<double>(now - std::exchange(m_since, now)).count();
    const auto limit = static_cast<std::size_t>(m_rate.limitMegabytes * megabyte);
    m_owed += passed * m_rate.megabytesPerSecond * megabyte;
    const auto due = std::min(static_cast<std::size_t>(m_owed), limit - m_bytes) / page * page;
    m_owed -= static_cast<double>(due);
    const bool taken = take(due);
    if (!taken || m_bytes + page > limit)
        return m_full(); // may destroy this
    m_next = m_timers.after(dripEvery, [this] { drip(); });
}

// From the system itself, so that all of it goes back there; and written to, or it would cost nothing.
bool Leak::take(std::size_t bytes)
{
    if (bytes == 0)
        return true;
    void *const memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return false;
    std::memset(memory, 1, bytes);
    m_taken.emplace_back(memory, bytes);
    m_bytes += bytes;
    return true;
}

} // namespace services::faults
