// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpmessage.h"

#include <cstdint>
#include <memory>

namespace services::transport {

class HttpConnection;

// The way back to one request: answers it once, at any later time. Copyable; may outlive the connection and
// the server, then answering does nothing. To be used in the server's thread.
class HttpResponder
{
public:
    HttpResponder() = default;
    HttpResponder(std::weak_ptr<HttpConnection> connection, std::uint64_t sequence);

    // Replies to pipelined requests leave in the order of the requests, whatever the order of the calls.
    void respond(HttpResponse response) const;
    // Sends the head and a part of the body, and then breaks the connection: as a server that dies just now.
    void breakOff(HttpResponse response) const;
    // Nobody can receive an answer any more: it was answered, or the client or the server has gone.
    bool isGone() const;

private:
    std::weak_ptr<HttpConnection> m_connection;
    std::uint64_t m_sequence = 0;
};

} // namespace services::transport
