// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "broker.h"

#include <map>
#include <mutex>
#include <variant>

namespace services::broker {

// Which of a postbox's callbacks a confirmation is for.
enum class Ticket : std::uint64_t
{
};

struct Confirmation
{
    Ticket ticket{};
    Result<void> result;
};

using Mail = std::variant<Confirmation, Delivery>;

// The end of a postbox that other threads may touch: values go in here, and an event on the postbox's loop
// says that there are some. Shared by the postbox and the broker; either may go first.
class Mailbox
{
public:
    explicit Mailbox(QObject *receiver);

    // Any thread. Dropped when the receiver has gone, or for a subscription that has ended.
    void put(Mail mail);
    std::vector<Mail> takeAll();

    enum class Admission
    {
        Ended,
        Paused, // to be returned
        Open,
    };
    void admit(SubscriptionId subscription);
    void pause(SubscriptionId subscription);
    // Afterwards nothing of this subscription is handed over.
    void dismiss(SubscriptionId subscription);
    Admission admission(SubscriptionId subscription) const;
    // The receiver dies; answers which subscriptions it had.
    std::vector<SubscriptionId> close();

private:
    void ring();

    mutable std::mutex m_mutex;
    QObject *m_receiver; // null: closed
    std::vector<Mail> m_mail;
    std::map<SubscriptionId, Admission> m_admitted;
};

} // namespace services::broker
