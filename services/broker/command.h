// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mailbox.h"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace services::broker {

// What the facade asks of the broker's thread. Values; answers go to the mailbox.
struct Declare
{
    std::vector<TopicBinding> topology;
    std::shared_ptr<Mailbox> mailbox;
    Ticket ticket{};
};

struct Publish
{
    std::vector<Event> events;
    std::shared_ptr<Mailbox> mailbox;
    Ticket ticket{};
    std::optional<CapabilityId> only{}; // not for all readers of their topics
};

struct Subscribe
{
    SubscriptionId subscription{};
    Interest interest;
    std::shared_ptr<Mailbox> mailbox;
};

struct Pause
{
    SubscriptionId subscription{};
};

struct Unsubscribe
{
    SubscriptionId subscription{};
};

struct Acknowledge
{
    DeliveryTag tag;
};

struct Refuse
{
    DeliveryTag tag;
    Error why;
};

// It never got into the consumer's hands.
struct Return
{
    DeliveryTag tag;
};

struct Look
{
    Peek what;
    std::shared_ptr<std::vector<PeekedMessage>> seen; // filled before the answer
    std::shared_ptr<Mailbox> mailbox;
    Ticket ticket{};
};

struct Replay
{
    CapabilityId group;
    std::vector<std::int64_t> letters; // none: all
    std::shared_ptr<Mailbox> mailbox;
    Ticket ticket{};
};

struct Redeliver
{
    CapabilityId group;
    std::int64_t message = 0;
    std::shared_ptr<Mailbox> mailbox;
    Ticket ticket{};
};

using Command = std::variant<Declare,
                             Publish,
                             Subscribe,
                             Pause,
                             Unsubscribe,
                             Acknowledge,
                             Refuse,
                             Return,
                             Look,
                             Replay,
                             Redeliver>;

// Somebody waits for its answer.
template<typename Known>
concept Question = requires(const Known &known)
{
    known.mailbox;
    known.ticket;
};

inline bool isQuestion(const Command &command)
{
    return std::visit([]<typename Known>(const Known &) { return Question<Known>; }, command);
}

} // namespace services::broker
