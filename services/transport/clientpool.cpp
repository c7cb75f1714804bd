// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientpool.h"

#include <algorithm>
#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using waiting::Timers;

ClientPool::ClientPool(HttpClientLimits limits, Timers &timers)
    : m_limits(limits)
    , m_timers(timers)
{
}

ClientPool::~ClientPool()
{
    m_timers.cancel(m_trim);
    while (!m_connections.empty())
        m_connections.back()->shutDown();
}

void ClientPool::start(ClientExchange &exchange)
{
    if (!startOnKept(exchange))
        startOnNew(exchange);
}

bool ClientPool::startOnKept(ClientExchange &exchange)
{
    const auto found = m_idle.find(exchange.address.port);
    if (found == m_idle.end())
        return false;
    while (!found->second.empty()) {
        auto &connection = *found->second.back();
        found->second.pop_back();
        if (connection.ask(exchange))
            return true;
        drop(connection); // the server has closed it, and nothing was sent
    }
    return false;
}

void ClientPool::startOnNew(ClientExchange &exchange)
{
    if (connections() >= m_limits.connections && !makeRoom())
        return exchange.completer.complete(
            failure(Kind::Overloaded, u"More than %1 calls at once"_s.arg(m_limits.connections)));
    auto connection = std::make_unique<ClientConnection>(*this, exchange.address, m_limits);
    if (const auto opened = connection->open(*m_streams); !opened)
        return exchange.completer.complete(failure(opened.error()));
    if (!connection->ask(exchange))
        return exchange.completer.complete(
            failure(Kind::Refused, u"Nothing listens at 127.0.0.1:%1"_s.arg(exchange.address.port)));
    connection->index = m_connections.size();
    m_connections.push_back(std::move(connection));
}

// Gives up a kept connection to some other server.
bool ClientPool::makeRoom()
{
    const auto found = std::ranges::find_if(m_idle, [](const auto &entry) { return !entry.second.empty(); });
    if (found == m_idle.end())
        return false;
    drop(*found->second.front());
    return true;
}

void ClientPool::release(ClientConnection &connection)
{
    auto &idle = m_idle[connection.address().port];
    connection.idleSince = m_timers.now();
    idle.push_back(&connection);
    if (std::ssize(idle) > m_limits.idlePerServer)
        drop(*idle.front());
    armTrim();
}

void ClientPool::drop(ClientConnection &connection)
{
    const auto found = m_idle.find(connection.address().port);
    if (found != m_idle.end())
        std::erase(found->second, &connection);
    const auto index = connection.index;
    const auto gone = std::exchange(m_connections[index], std::move(m_connections.back()));
    m_connections.pop_back();
    if (index < m_connections.size())
        m_connections[index]->index = index;
}

void ClientPool::retry(ClientConnection &stale, ClientExchange &exchange)
{
    const auto address = stale.address();
    drop(stale);
    forget(address); // its other kept connections are most likely closed as well
    exchange.retried = true;
    startOnNew(exchange);
}

void ClientPool::forget(Address address)
{
    const auto found = m_idle.find(address.port);
    if (found == m_idle.end())
        return;
    const auto idle = std::move(found->second);
    m_idle.erase(found);
    for (auto *connection : idle)
        drop(*connection);
}

void ClientPool::armTrim()
{
    if (m_trim != Timers::Ticket::None)
        return;
    m_trim = m_timers.after(m_limits.idleTime / 2, [this] { trim(); });
}

void ClientPool::trim()
{
    m_trim = Timers::Ticket::None;
    const auto oldest = m_timers.now() - m_limits.idleTime;
    Idle old;
    bool anyLeft = false;
    for (const auto &[port, idle] : m_idle) {
        for (auto *connection : idle) {
            if (connection->idleSince <= oldest)
                old.push_back(connection);
            else
                anyLeft = true;
        }
    }
    for (auto *connection : old)
        drop(*connection);
    std::erase_if(m_idle, [](const auto &entry) { return entry.second.empty(); });
    if (anyLeft)
        armTrim();
}

} // namespace services::transport
