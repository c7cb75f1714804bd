// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inlet.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace services::broker {

namespace {

// In events of usual size. The second bounds one transaction, and so how long stopping takes.
constexpr std::size_t waitingLimit = 100'000;
constexpr std::size_t takenLimit = 4'000;
constexpr std::size_t usualSize = 2'048;

std::size_t weightOf(const Command &command)
{
    std::size_t weight = 0;
    if (const auto *publish = std::get_if<Publish>(&command)) {
        for (const Event &event : publish->events)
            weight += 1 + static_cast<std::size_t>(event.payload.size()) / usualSize;
    }
    return weight;
}

} // namespace

std::optional<Error> Inlet::put(Command command)
{
    const auto weight = weightOf(command);
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed)
            return Error{Kind::Unavailable, u"The message broker is not running"_s, {}};
        if (m_hasFallen)
            return Error{Kind::Unavailable,
                         u"The message broker is down: what is to be sent waits until it is back"_s,
                         {}};
        if (weight > 0 && m_waiting > 0 && m_waiting + weight > waitingLimit)
            return Error{Kind::Overloaded, u"The message broker has fallen behind: try again later"_s, {}};
        m_waiting += weight;
        m_commands.push_back(std::move(command));
    }
    ring();
    return std::nullopt;
}

std::optional<std::vector<Command>> Inlet::take(Instant wakeUp)
{
    std::unique_lock lock(m_mutex);
    const auto isDue = [this] { return m_isClosed || m_hasFallen || m_hasNewDelay || !m_commands.empty(); };
    if (wakeUp == Instant::max())
        m_changed.wait(lock, isDue); // wait_until() would overflow
    else
        m_changed.wait_until(lock, wakeUp, isDue);
    m_hasNewDelay = false;
    if (m_hasFallen || (m_isClosed && m_commands.empty()))
        return std::nullopt;
    std::vector<Command> taken;
    std::size_t weight = 0;
    while (!m_commands.empty() && weight < takenLimit) {
        weight += weightOf(m_commands.front());
        taken.push_back(std::move(m_commands.front()));
        m_commands.pop_front();
    }
    m_waiting -= weight;
    return taken;
}

std::vector<Command> Inlet::close()
{
    std::vector<Command> unanswered;
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        unanswered = withdraw();
    }
    ring();
    return unanswered;
}

bool Inlet::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_isClosed;
}

bool Inlet::hasCommands() const
{
    const std::lock_guard lock(m_mutex);
    return !m_commands.empty();
}

std::vector<Command> Inlet::withdraw()
{
    std::vector<Command> unanswered;
    const auto refused = std::ranges::stable_partition(
        m_commands, [](const Command &command) { return !isQuestion(command); });
    std::ranges::move(refused, std::back_inserter(unanswered));
    m_commands.erase(refused.begin(), refused.end());
    m_waiting = 0;
    return unanswered;
}

std::vector<Command> Inlet::fall()
{
    std::vector<Command> unanswered;
    {
        const std::lock_guard lock(m_mutex);
        m_mayRise = false;
        unanswered = drop();
    }
    ring();
    return unanswered;
}

std::vector<Command> Inlet::lose()
{
    const std::lock_guard lock(m_mutex);
    return drop();
}

std::vector<Command> Inlet::drop()
{
    if (m_isClosed || std::exchange(m_hasFallen, true))
        return {};
    auto unanswered = withdraw();
    m_commands.clear();
    return unanswered;
}

void Inlet::setBell(std::function<void()> bell)
{
    const std::lock_guard lock(m_bellMutex);
    m_bell = std::move(bell);
}

void Inlet::ring()
{
    m_changed.notify_all();
    const std::lock_guard lock(m_bellMutex);
    if (m_bell)
        m_bell();
}

void Inlet::allowRise()
{
    {
        const std::lock_guard lock(m_mutex);
        m_mayRise = true;
    }
    m_changed.notify_all();
}

bool Inlet::waitForRise()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isClosed || m_mayRise; });
    return !m_isClosed;
}

bool Inlet::waitForAnotherTry(std::chrono::milliseconds pause)
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, pause, [this] { return m_isClosed; });
}

void Inlet::rise()
{
    const std::lock_guard lock(m_mutex);
    if (!m_mayRise || !std::exchange(m_hasFallen, false)) // it fell again meanwhile
        return;
    for (const auto &[subscription, subscriber] : m_subscribers)
        joinAnew(subscription, subscriber);
}

void Inlet::setDelay(std::chrono::nanoseconds delay)
{
    {
        const std::lock_guard lock(m_mutex);
        m_delay = delay;
        m_hasNewDelay = true;
    }
    ring();
}

void Inlet::show(std::vector<Sight> queues)
{
    const std::lock_guard lock(m_mutex);
    m_queues = std::move(queues);
}

std::vector<Inlet::Sight> Inlet::queues() const
{
    const std::lock_guard lock(m_mutex);
    auto queues = m_queues;
    for (Sight &sight : queues) {
        if (m_hasFallen) {
            sight.status.consumers = 0;
            sight.status.inFlight = 0;
            sight.status.isCurrent = false;
        }
    }
    return queues;
}

} // namespace services::broker
