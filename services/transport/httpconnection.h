// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httplimits.h"
#include "httprequestparser.h"
#include "httpresponder.h"
#include "httpserialiser.h"
#include "stream.h"

#include <services/contract/clock.h>

#include <functional>
#include <optional>
#include <vector>

namespace services::transport {

using contract::Instant;

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

// One client's connection: turns bytes into requests, keeps replies in the order of the requests, and holds
// the client to the limits. Owned by its server, and briefly by whoever calls it. Thread of its server.
class HttpConnection final : public StreamHandler, public std::enable_shared_from_this<HttpConnection>
{
public:
    HttpConnection(const std::shared_ptr<HttpConnectionHost> &host, const HttpLimits &limits, Instant now);
    ~HttpConnection() override;

    void start(std::unique_ptr<Stream> stream);
    // Answers at once with an error and ends, whatever the client sends.
    void refuse(const Rejection &rejection);
    void respond(std::uint64_t sequence, HttpResponse &&response);
    bool awaits(std::uint64_t sequence) const;

    // Enforces the time limits; may end the connection.
    void tick(Instant now);
    // Answers what has arrived, then ends.
    void drain();
    void reset();

    void bytesArrived(QByteArrayView bytes) override;
    void bytesLeft() override;
    void streamEnded(End end) override;

private:
    // A request which has not been answered, or whose answer waits for those before it.
    struct Exchange
    {
        bool answerToHead = false;
        bool keepAlive = true;
        int minorVersion = 1;
        std::optional<HttpResponse> response;
    };
    enum class Wait
    {
        Request,
        Head,
        Body,
        Answer,
        Goodbye
    }; // what the connection waits for

    void take(QByteArrayView bytes);
    void takePending();
    void resume();
    qsizetype advance(QByteArrayView bytes);
    void dispatch();
    void reject(const Rejection &rejection);
    void answerReady();
    void answerFirst(const HttpResponse &response);
    void offerContinue();
    void flush();
    void settle();
    void finish();
    void end();
    bool isBlocked() const;
    Wait waitsFor() const;
    void expire(Wait wait, std::chrono::nanoseconds waited);

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
    HttpRequestParser m_parser;
    QByteArray m_pending; // arrived, not yet parsed: while blocked
    QByteArray m_output; // replies made during one round, sent together
    std::vector<Exchange> m_exchanges; // a few at most
    std::uint64_t m_firstSequence = 0; // of m_exchanges.front()
    Wait m_wait = Wait::Request;
    Instant m_since; // since when it waits for that
    Instant m_progress; // when output last moved
    int m_corked = 0;
    bool m_lastRequest = false; // whatever arrives from now on is thrown away
    bool m_draining = false;
    bool m_finished = false;
    bool m_inputEnded = false;
    bool m_resuming = false;
    bool m_continueOffered = false;
};

} // namespace services::transport
