// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clientconnection.h"
#include "httplimits.h"

#include <services/waiting/timers.h>

#include <memory>
#include <unordered_map>
#include <vector>

namespace services::transport {

// The connections of one client. The one used last is used next, so that those which a burst has left behind
// grow old and are closed. Thread of its client.
class ClientPool
{
public:
    ClientPool(HttpClientLimits limits, waiting::Timers &timers);
    // Calls in progress end with Cancelled.
    ~ClientPool();
    ClientPool(const ClientPool &) = delete;
    ClientPool &operator=(const ClientPool &) = delete;

    // Sends the exchange over a kept connection or a new one; failures complete it.
    void start(ClientExchange &exchange);
    void forget(Address address);
    int connections() const { return static_cast<int>(m_connections.size()); }

    // What connections tell.
    void release(ClientConnection &connection);
    void drop(ClientConnection &connection);
    void retry(ClientConnection &stale, ClientExchange &exchange);

private:
    using Idle = std::vector<ClientConnection *>; // used last: at the end

    bool startOnKept(ClientExchange &exchange);
    void startOnNew(ClientExchange &exchange);
    bool makeRoom();
    void armTrim();
    void trim();

    const HttpClientLimits m_limits;
    waiting::Timers &m_timers;
    const std::unique_ptr<StreamFactory> m_streams = StreamFactory::make();
    std::vector<std::unique_ptr<ClientConnection>> m_connections;
    std::unordered_map<quint16, Idle> m_idle;
    waiting::Timers::Ticket m_trim = waiting::Timers::Ticket::None;
};

} // namespace services::transport
