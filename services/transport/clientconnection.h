// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "address.h"
#include "httpmessage.h"
#include "httpresponseparser.h"
#include "stream.h"

#include <services/waiting/pending.h>

namespace services::transport {

using waiting::Instant;

class ClientConnection;
class ClientPool;

// One call in progress. Lives in the frame of the coroutine that waits for it; leaving takes it off its
// connection, which is then closed, since its answer would still come.
struct ClientExchange
{
    ClientExchange(Address to, const HttpRequest &request, waiting::Completer<HttpResponse> waiter);
    ~ClientExchange();
    ClientExchange(const ClientExchange &) = delete;
    ClientExchange &operator=(const ClientExchange &) = delete;

    Address address;
    QByteArray bytes; // kept for a second try
    waiting::Completer<HttpResponse> completer;
    bool answerToHead = false;
    bool repeatable = false; // doing it twice is safe
    bool retried = false;
    ClientConnection *connection = nullptr;
};

// One connection to a server, carrying one exchange at a time. Owned by its pool, which it tells of
// everything; each of its callbacks may end with its destruction.
class ClientConnection final : public StreamHandler
{
public:
    ClientConnection(ClientPool &pool, Address address, const HttpClientLimits &limits);
    ~ClientConnection() override;
    ClientConnection(const ClientConnection &) = delete;
    ClientConnection &operator=(const ClientConnection &) = delete;

    model::result::Result<void> open(StreamFactory &streams);
    // False: the connection is dead and nothing of the request was sent.
    bool ask(ClientExchange &exchange);
    // The exchange leaves without an answer; the connection must go.
    void abandon();
    // The pool goes: whoever waits is answered Cancelled.
    void shutDown();

    Address address() const { return m_address; }

    void bytesArrived(QByteArrayView bytes) override;
    void bytesLeft() override { }
    void streamEnded(End end) override;

    Instant idleSince;
    std::size_t index = 0; // its place in the pool

private:
    void succeed(bool reusable);
    void fail(model::result::Kind kind, const QString &message);

    ClientPool &m_pool;
    const Address m_address;
    std::unique_ptr<Stream> m_stream;
    HttpResponseParser m_parser;
    ClientExchange *m_exchange = nullptr;
    bool m_kept = false; // has carried an exchange before this one
};

} // namespace services::transport
