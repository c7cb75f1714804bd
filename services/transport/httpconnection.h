// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connectionpatience.h"
#include "httpresponder.h"
#include "replyqueue.h"
#include "requestreader.h"
#include "stream.h"

#include <functional>

namespace services::transport {

class HttpConnection;

// What a connection needs of its server.
class HttpConnectionHost
{
public:
    virtual ~HttpConnectionHost() = default;
    virtual const HttpLimits &limits() const = 0;
    virtual Instant now() const = 0;
    virtual QByteArrayView date() = 0;
    virtual void handle(HttpRequest &&request, HttpResponder &&responder) = 0;
    // Runs an action soon, from the event loop.
    virtual void post(std::function<void()> action) = 0;
    // The connection is over; the host forgets it.
    virtual void ended(HttpConnection &connection) = 0;
};

// One client's connection: turns bytes into requests, sends the replies, and holds the client to the limits.
// Owned by its server, and briefly by whoever calls it. Thread of its server.
class HttpConnection final : public StreamHandler, public std::enable_shared_from_this<HttpConnection>
{
public:
    HttpConnection(const std::shared_ptr<HttpConnectionHost> &host, const HttpLimits &limits, Instant now);
    ~HttpConnection() override;

    void start(std::unique_ptr<Stream> stream);
    // Answers at once with an error and ends, whatever the client sends.
    void refuse(const Rejection &rejection);
    void respond(std::uint64_t sequence, HttpResponse &&response);
    void breakOff(std::uint64_t sequence, HttpResponse &&response);
    bool awaits(std::uint64_t sequence) const;

    // Enforces the time limits; may end the connection.
    void tick(Instant now);
    // From now on it ends when all that has arrived is answered. One that is idle waits for leaveIfIdle().
    void drain() { m_draining = true; }
    void leaveIfIdle();
    void reset();

    void bytesArrived(QByteArrayView bytes) override;
    void bytesLeft() override;
    void streamEnded(End end) override;

private:
    using Wait = ConnectionPatience::Wait;

    void readOn();
    void resume();
    void dispatch();
    void reject(const Rejection &rejection);
    void answer(std::uint64_t sequence, HttpResponse &&response);
    void offerContinue();
    void flush();
    void settle();
    void finish();
    void end();
    bool isBlocked() const;
    bool isIdle() const;
    bool isDone() const;
    Wait waitsFor() const;

    // Keeps the connection and its host alive while one of them is called.
    struct Hold
    {
        std::shared_ptr<HttpConnection> connection;
        std::shared_ptr<HttpConnectionHost> host;
    };
    Hold hold();

    std::weak_ptr<HttpConnectionHost> m_owner;
    HttpConnectionHost *m_host; // null: it has let go of this connection, which is over
    const HttpLimits m_limits;
    std::unique_ptr<Stream> m_stream; // null: over
    RequestReader m_reader;
    QByteArray m_output; // replies made during one round, sent together
    ReplyQueue m_replies;
    ConnectionPatience m_patience;
    bool m_isReading = false;
    bool m_draining = false;
    bool m_finished = false;
    bool m_inputEnded = false;
    bool m_resuming = false;
};

} // namespace services::transport
