// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looptimers.h"

#include <algorithm>
#include <utility>

namespace services::waiting {

LoopTimers::LoopTimers()
    : m_alarm(Alarm::make([this] { run(); }))
{
}

LoopTimers::~LoopTimers() = default;

Timers::Ticket LoopTimers::at(Instant when, Action action)
{
    const auto ticket = Ticket{++m_lastTicket};
    m_actions.emplace(ticket, std::move(action));
    m_heap.push_back({when, ticket});
    std::ranges::push_heap(m_heap, std::greater{});
    if (when < m_armed)
        arm();
    return ticket;
}

void LoopTimers::cancel(Ticket ticket)
{
    m_actions.erase(ticket);
    // Cancelled deadlines are the normal case: without this, a heap of dead entries would grow under load.
    if (m_heap.size() > 64 && m_heap.size() > 4 * m_actions.size())
        dropCancelled();
}

void LoopTimers::dropCancelled()
{
    std::erase_if(m_heap, [this](const Entry &entry) { return !m_actions.contains(entry.ticket); });
    std::ranges::make_heap(m_heap, std::greater{});
}

void LoopTimers::run()
{
    m_armed = Instant::max();
    const auto lastOfThisRound = m_lastTicket;
    const Instant due = now();
    while (!m_heap.empty() && m_heap.front().when <= due) {
        const Entry entry = m_heap.front();
        if (static_cast<std::uint64_t>(entry.ticket) > lastOfThisRound)
            break; // made by an action of this round: let the event loop breathe first
        std::ranges::pop_heap(m_heap, std::greater{});
        m_heap.pop_back();
        if (auto action = m_actions.extract(entry.ticket))
            action.mapped()();
    }
    arm();
}

void LoopTimers::arm()
{
    while (!m_heap.empty() && !m_actions.contains(m_heap.front().ticket)) {
        std::ranges::pop_heap(m_heap, std::greater{});
        m_heap.pop_back();
    }
    if (m_heap.empty() || m_heap.front().when == m_armed)
        return;
    m_armed = m_heap.front().when;
    m_alarm->set(m_armed);
}

} // namespace services::waiting
