// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

#include <model/telemetry/instant.h>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>

namespace services::broker {

using model::telemetry::Instant;

// Where commands wait for the broker's thread, and what of the broker any thread may look at. Any thread.
class Inlet
{
public:
    // Nothing when it is taken; why not: Unavailable after close(), Overloaded when more events wait already
    // than can be stored soon.
    std::optional<Error> put(Command command);

    // Waits for commands, until `wakeUp` at most; nothing: the end.
    std::optional<std::vector<Command>> take(Instant wakeUp);
    // Lets the broker's thread finish what waits for no answer (acknowledgements above all) and then end.
    // Answers what it did not get to; again: nothing.
    std::vector<Command> close();

    SubscriptionId subscribe(Interest interest, const std::shared_ptr<Mailbox> &mailbox);
    void pause(SubscriptionId subscription);
    void unsubscribe(SubscriptionId subscription);
    void dismiss(const Owner &owner);
    void dismissAll();

    // As the queues were after the latest commands; the age counts on from there.
    struct Sight
    {
        QueueStatus status;
        std::chrono::system_clock::time_point oldest;
    };
    void show(std::vector<Sight> queues);
    std::vector<Sight> queues() const;

private:
    struct Subscriber
    {
        std::weak_ptr<Mailbox> mailbox;
        Owner owner;
    };
    bool isDismissed(const Owner &owner) const; // within the lock

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Command> m_commands;
    std::size_t m_waiting = 0; // the weight of all commands
    bool m_isClosed = false;
    std::uint64_t m_lastSubscription = 0;
    std::map<SubscriptionId, Subscriber> m_subscribers;
    std::map<model::system::InstanceId, int> m_dismissed; // up to which incarnation
    std::vector<Sight> m_queues;
};

} // namespace services::broker
