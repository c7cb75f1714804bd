// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

#include <model/telemetry/instant.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
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

    // Waits for commands or a new delay, until `wakeUp` at most; nothing: the end, or a fall.
    std::optional<std::vector<Command>> take(Instant wakeUp);
    bool hasCommands() const; // which were not taken yet

    // From now on nothing gets in, and the broker's thread is told to drop everything, until the broker may
    // be up again and the thread has called rise(). Answers what it did not get to.
    std::vector<Command> fall();
    // The thread has lost what it works with: the same, but it may rise as soon as it can.
    std::vector<Command> lose();
    void allowRise();
    // The thread, after a fall: waits until it may rise, or the end: false.
    bool waitForRise();
    // The thread, when another try failed: waits for so long, or the end: false.
    bool waitForAnotherTry(std::chrono::milliseconds pause);
    // Whoever is subscribed joins anew.
    void rise();

    // Runs whenever take() would have something to say, in whatever thread that is: for a thread of the
    // broker's that waits elsewhere. Empty: not any more.
    void setBell(std::function<void()> bell);

    std::chrono::nanoseconds delay() const { return m_delay; }
    void setDelay(std::chrono::nanoseconds delay);
    // Lets the broker's thread finish what waits for no answer (acknowledgements above all) and then end.
    // Answers what it did not get to; again: nothing.
    std::vector<Command> close();
    bool isClosed() const;

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
        Interest interest;
    };
    void ring();
    std::vector<Command> drop(); // within the lock
    std::vector<Command> withdraw(); // within the lock; what waits for an answer
    void joinAnew(SubscriptionId subscription, const Subscriber &subscriber); // within the lock
    bool isDismissed(const Owner &owner) const; // within the lock

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::mutex m_bellMutex;
    std::function<void()> m_bell;
    std::deque<Command> m_commands;
    std::size_t m_waiting = 0; // the weight of all commands
    bool m_isClosed = false;
    bool m_hasFallen = false;
    bool m_mayRise = true;
    std::atomic<std::chrono::nanoseconds> m_delay{std::chrono::nanoseconds{0}};
    bool m_hasNewDelay = false;
    std::uint64_t m_lastSubscription = 0;
    std::map<SubscriptionId, Subscriber> m_subscribers;
    std::map<model::system::InstanceId, int> m_dismissed; // up to which incarnation
    std::vector<Sight> m_queues;
};

} // namespace services::broker
