// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "record.h"

#include <functional>
#include <map>

namespace services::broker::kafka {

// Publishes records and hears what became of them: each is confirmed once all replicas have it, or fails
// after five seconds. One thread; each `done` runs in handle() or abandon().
class Sender
{
public:
    using Done = std::function<void(Result<void>)>;

    explicit Sender(Client &client)
        : m_client(client)
    {
    }

    // What has no key, and dead letters, go to the first partition, so that they are in order too.
    void send(const QByteArray &topic, const Record &record, Done done);
    void handle(rd_kafka_event_t *delivered);
    void abandon(const Error &why);
    bool isIdle() const { return m_unconfirmed.empty(); }

private:
    Client &m_client;
    std::map<std::uint64_t, Done> m_unconfirmed;
    std::uint64_t m_last = 0;
};

} // namespace services::broker::kafka
