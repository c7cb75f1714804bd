// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpresponder.h"

#include "httpconnection.h"

namespace services::transport {

HttpResponder::HttpResponder(std::weak_ptr<HttpConnection> connection, std::uint64_t sequence)
    : m_connection(std::move(connection))
    , m_sequence(sequence)
{
}

void HttpResponder::respond(HttpResponse response) const
{
    if (const auto connection = m_connection.lock())
        connection->respond(m_sequence, std::move(response));
}

void HttpResponder::breakOff(HttpResponse response) const
{
    if (const auto connection = m_connection.lock())
        connection->breakOff(m_sequence, std::move(response));
}

bool HttpResponder::isGone() const
{
    const auto connection = m_connection.lock();
    return !connection || !connection->awaits(m_sequence);
}

} // namespace services::transport
