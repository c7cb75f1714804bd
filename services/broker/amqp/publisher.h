// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "link.h"
#include "message.h"

#include <model/telemetry/instant.h>

#include <deque>
#include <functional>

namespace services::broker::amqp {

using model::telemetry::Instant;

// Publishes persistent messages on one channel of a connection and hears what became of them: the server
// confirms each once it is in its queues and on disk. One thread; each `done` runs in handle() or abandon().
class Publisher
{
public:
    using Done = std::function<void(Result<void>)>;

    explicit Publisher(Link &link)
        : m_link(link)
    {
    }

    Result<void> open();
    // To an exchange; `mustArrive`: it fails when no queue takes it.
    Result<void> send(const QByteArray &exchange,
                      const QByteArray &routingKey,
                      bool mustArrive,
                      const Message &message,
                      Done done);
    // A frame of the connection. An error when the connection is of no use any more.
    Result<void> handle(const amqp_frame_t &frame);
    // All of them failed, whether the server has them or not.
    void abandon(const Error &why);

    // The server takes nothing for now: it is short of memory or disk.
    bool isBlocked() const { return m_isBlocked; }
    bool isIdle() const { return m_unconfirmed.empty(); }
    // Since when the oldest one waits for its confirmation; the end of time when none does.
    Instant waitsSince() const;

private:
    struct Unconfirmed
    {
        Done done; // empty: confirmed
        Instant since;
        bool wasReturned = false;
    };
    Result<void> takeBack(const amqp_method_t &method);
    void settle(std::uint64_t serial, bool severalBefore, bool isTaken);
    void settle(Unconfirmed &message, bool isTaken);

    Link &m_link;
    std::deque<Unconfirmed> m_unconfirmed;
    std::uint64_t m_first = 1; // the serial of the first of them
    bool m_isBlocked = false;
};

} // namespace services::broker::amqp
