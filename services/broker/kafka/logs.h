// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "record.h"

#include <atomic>
#include <map>

namespace services::broker::kafka {

// What there is on the server: asks, and waits for the answer, for at most three seconds. One thread.
class Logs
{
public:
    Logs(const BrokerUrl &server, QString name, Client &client)
        : m_server(server)
        , m_name(std::move(name))
        , m_client(client)
    {
    }

    // Whether there is a Kafka; the error says where it was looked for, and what to do. When `unwanted`
    // becomes true, it no longer waits for it.
    Result<void> greet(const std::atomic<bool> &unwanted);
    // How many partitions a topic of Kafka has; made when it is not there, if the server does so by itself.
    Result<int> partitions(const QByteArray &log);
    struct Ends
    {
        std::int64_t first = 0;
        std::int64_t next = 0; // the offset of the message that will come
    };
    // Asked through the client that is going to read there, which then knows where: it would take a second to
    // find out by itself.
    static Result<Ends> ends(Client &client,
                             const QByteArray &log,
                             std::int32_t partition,
                             std::chrono::milliseconds limit = std::chrono::seconds(3));
    // The last messages of a topic's first partition, the oldest of them first.
    Result<std::vector<Record>> last(const QByteArray &log, std::int64_t count);

private:
    BrokerUrl m_server;
    QString m_name;
    Client &m_client;
    std::map<QByteArray, int> m_partitions; // which are known
};

} // namespace services::broker::kafka
