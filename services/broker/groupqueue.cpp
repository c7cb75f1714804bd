// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "groupqueue.h"

#include <utility>

namespace services::broker {

void GroupQueue::add(Waiting waiting, Instant notBefore)
{
    const auto message = waiting.message;
    bool isFirst = true;
    if (!waiting.key.isEmpty()) {
        auto &line = m_lines[waiting.key];
        line.push_back(message);
        isFirst = line.size() == 1;
    }
    auto &entry = m_entries.emplace(message, Entry{std::move(waiting)}).first->second;
    entry.notBefore = notBefore;
    if (isFirst)
        moveUp(message, entry);
}

// The first of its line.
void GroupQueue::moveUp(std::int64_t message, Entry &entry)
{
    if (entry.notBefore == Instant::min())
        m_ready.insert(message);
    else
        plan(message, entry, entry.notBefore);
}

void GroupQueue::hurry()
{
    for (auto &[message, entry] : m_entries) {
        const bool waits = entry.holder == SubscriptionId::None && entry.moment == entry.notBefore;
        if (std::exchange(entry.notBefore, Instant::min()) == Instant::min() || !waits)
            continue;
        leave(message, entry);
        m_ready.insert(message);
    }
}

bool GroupQueue::hurry(std::int64_t message, Instant now)
{
    auto &entry = m_entries.at(message);
    if (entry.holder != SubscriptionId::None || entry.moment == Instant::max())
        return false;
    leave(message, entry);
    plan(message, entry, now);
    return true;
}

std::optional<std::int64_t> GroupQueue::ready() const
{
    if (m_ready.empty())
        return std::nullopt;
    return *m_ready.begin();
}

void GroupQueue::handOut(std::int64_t message, SubscriptionId holder, Instant until)
{
    auto &entry = m_entries.at(message);
    m_ready.erase(message);
    entry.holder = holder;
    ++m_inFlight;
    plan(message, entry, until);
}

void GroupQueue::settle(std::int64_t message)
{
    auto &entry = m_entries.at(message);
    leave(message, entry);
    m_ready.erase(message);
    if (const auto line = m_lines.find(entry.waiting.key); line != m_lines.end()) {
        Q_ASSERT(line->second.front() == message);
        line->second.pop_front();
        if (line->second.empty())
            m_lines.erase(line);
        else
            moveUp(line->second.front(), m_entries.at(line->second.front()));
    }
    m_entries.erase(message);
}

int GroupQueue::countRefusal(std::int64_t message)
{
    return ++m_entries.at(message).refusals;
}

int GroupQueue::countBlame(std::int64_t message)
{
    return ++m_entries.at(message).blames;
}

int GroupQueue::giveBack(std::int64_t message, Instant when)
{
    auto &entry = m_entries.at(message);
    leave(message, entry);
    plan(message, entry, when);
    return ++entry.waiting.redeliveries;
}

std::vector<std::int64_t> GroupQueue::advance(Instant now)
{
    std::vector<std::int64_t> overdue;
    while (!m_moments.empty() && m_moments.begin()->first <= now) {
        const auto message = m_moments.begin()->second;
        m_moments.erase(m_moments.begin());
        auto &entry = m_entries.at(message);
        entry.moment = Instant::max();
        if (entry.holder != SubscriptionId::None)
            overdue.push_back(message);
        else
            m_ready.insert(message);
    }
    return overdue;
}

Instant GroupQueue::nextMoment() const
{
    return m_moments.empty() ? Instant::max() : m_moments.begin()->first;
}

SubscriptionId GroupQueue::holder(std::int64_t message) const
{
    return m_entries.at(message).holder;
}

std::vector<std::int64_t> GroupQueue::heldBy(SubscriptionId holder) const
{
    std::vector<std::int64_t> held;
    for (const auto &[moment, message] : m_moments) {
        if (m_entries.at(message).holder == holder)
            held.push_back(message);
    }
    return held;
}

int GroupQueue::redeliveries(std::int64_t message) const
{
    return m_entries.at(message).waiting.redeliveries;
}

std::vector<std::pair<std::int64_t, int>> GroupQueue::delivered() const
{
    std::vector<std::pair<std::int64_t, int>> delivered;
    for (const auto &[message, entry] : m_entries) {
        const int times = entry.waiting.redeliveries + (entry.holder != SubscriptionId::None ? 1 : 0);
        if (times > 0)
            delivered.emplace_back(message, times);
    }
    return delivered;
}

std::optional<std::chrono::system_clock::time_point> GroupQueue::oldest() const
{
    if (m_entries.empty())
        return std::nullopt;
    return m_entries.begin()->second.waiting.publishedAt;
}

void GroupQueue::leave(std::int64_t message, Entry &entry)
{
    if (std::exchange(entry.holder, SubscriptionId::None) != SubscriptionId::None)
        --m_inFlight;
    m_moments.erase({entry.moment, message});
    entry.moment = Instant::max();
}

void GroupQueue::plan(std::int64_t message, Entry &entry, Instant moment)
{
    entry.moment = moment;
    m_moments.emplace(moment, message);
}

} // namespace services::broker
