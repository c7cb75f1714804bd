// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "recentids.h"

#include <QHash>

#include <functional>

namespace services::broker {

// Publishes that wait until a server has confirmed their events, and the ids of events that it has confirmed
// lately. Thread of the broker.
class PublishLedger
{
public:
    using Answer = std::function<void(std::shared_ptr<Mailbox> mailbox, Ticket ticket, Result<void> outcome)>;

    PublishLedger(std::size_t rememberedIds, Answer answer)
        : m_ids(rememberedIds)
        , m_answer(std::move(answer))
    {
    }

    // Has those of its events sent which were not confirmed lately and are not under way; answers when all of
    // them have been settled.
    void add(Publish publish, const std::function<void(Event event)> &send);
    void settle(const QByteArray &id, const Result<void> &outcome);

private:
    struct Pending
    {
        std::shared_ptr<Mailbox> mailbox;
        Ticket ticket{};
        Result<void> outcome{};
        std::size_t left = 1; // and one for who is still adding
    };
    void release(Pending &pending, const Result<void> &outcome);

    RecentIds m_ids;
    Answer m_answer;
    QHash<QByteArray, std::vector<std::shared_ptr<Pending>>> m_underWay; // by the id of the event
};

} // namespace services::broker
