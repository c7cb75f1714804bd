// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpserver.h"

#include "httpconnection.h"
#include "listener.h"

#include <QDateTime>
#include <QLocale>
#include <QMetaObject>

#include <algorithm>
#include <ctime>
#include <unordered_map>
#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;
using waiting::Timers;

class HttpServer::Private final : public HttpConnectionHost, public std::enable_shared_from_this<Private>
{
public:
    Private(HttpLimits limits, Timers &timers, Handler handler, HttpServer *server)
        : m_limits(limits)
        , m_timers(timers)
        , m_handler(std::move(handler))
        , m_server(server)
        , m_listener([this](qintptr descriptor) { accept(descriptor); })
    {
    }

    Result<quint16> listen(quint16 port)
    {
        m_draining = false;
        return m_listener.listen(port);
    }
    quint16 port() const { return m_listener.port(); }
    int connections() const { return static_cast<int>(m_connections.size()); }
    void refuse();
    void close();
    void reset();
    // The server goes; connections on the stack may hold on to this for a moment.
    void leave();

    const HttpLimits &limits() const override { return m_limits; }
    Instant now() const override { return m_timers.now(); }
    QByteArrayView date() override;
    void handle(HttpRequest &&request, HttpResponder &&responder) override
    {
        m_handler(std::move(request), std::move(responder));
    }
    void post(std::function<void()> action) override;
    void ended(HttpConnection &connection) override;

private:
    void accept(qintptr descriptor);
    void armTick();
    void tick();
    void dismissIdle();
    void announceDrained();
    std::vector<std::shared_ptr<HttpConnection>> snapshot() const;

    const HttpLimits m_limits;
    Timers &m_timers;
    Handler m_handler;
    HttpServer *m_server;
    const std::unique_ptr<StreamFactory> m_streams = StreamFactory::make();
    Listener m_listener;
    std::unordered_map<HttpConnection *, std::shared_ptr<HttpConnection>> m_connections;
    Timers::Ticket m_tick = Timers::Ticket::None;
    QByteArray m_date;
    std::time_t m_dateSecond = 0;
    bool m_draining = false;
};

void HttpServer::Private::accept(qintptr descriptor)
{
    const auto connection = std::make_shared<HttpConnection>(shared_from_this(), m_limits, now());
    auto stream = m_streams->accept(descriptor, *connection);
    // A few more than the limit get an answer; a flood gets none.
    constexpr int refusals = 64;
    if (connections() >= m_limits.connections + refusals)
        return stream->reset();
    connection->start(std::move(stream));
    m_connections.emplace(connection.get(), connection);
    armTick();
    if (connections() > m_limits.connections)
        connection->refuse({503, u"Too many connections"_s});
}

std::vector<std::shared_ptr<HttpConnection>> HttpServer::Private::snapshot() const
{
    std::vector<std::shared_ptr<HttpConnection>> all;
    all.reserve(m_connections.size());
    for (const auto &[key, connection] : m_connections)
        all.push_back(connection);
    return all;
}

void HttpServer::Private::refuse()
{
    m_listener.abort();
    for (const auto &[key, connection] : m_connections)
        connection->drain();
}

void HttpServer::Private::close()
{
    m_listener.close();
    m_draining = true;
    for (const auto &[key, connection] : m_connections)
        connection->drain();
    if (m_connections.empty())
        return announceDrained();
    m_timers.after(m_limits.partingTime, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->dismissIdle();
    });
}

void HttpServer::Private::dismissIdle()
{
    for (const auto &connection : snapshot())
        connection->leaveIfIdle();
}

void HttpServer::Private::reset()
{
    m_listener.abort();
    m_draining = false;
    for (const auto &[key, connection] : std::exchange(m_connections, {}))
        connection->reset();
}

void HttpServer::Private::leave()
{
    reset();
    m_timers.cancel(std::exchange(m_tick, Timers::Ticket::None));
    m_server = nullptr;
}

void HttpServer::Private::ended(HttpConnection &connection)
{
    m_connections.erase(&connection);
    if (m_draining && m_connections.empty())
        announceDrained();
}

void HttpServer::Private::post(std::function<void()> action)
{
    if (m_server != nullptr)
        QMetaObject::invokeMethod(m_server, std::move(action), Qt::QueuedConnection);
}

// Queued: whoever listens may destroy the server, which one of its connections may be calling at this moment.
void HttpServer::Private::announceDrained()
{
    m_draining = false;
    if (m_server != nullptr)
        QMetaObject::invokeMethod(m_server, &HttpServer::drained, Qt::QueuedConnection);
}

// One coarse tick for all time limits of all connections, while there are any.
void HttpServer::Private::armTick()
{
    if (m_tick != Timers::Ticket::None)
        return;
    const auto shortest = std::min({m_limits.headerTime, m_limits.bodyTime, m_limits.idleTime,
                                    m_limits.writeTime, m_limits.readTime, m_limits.lingerTime});
    const auto interval
        = std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(500));
    m_tick = m_timers.after(interval, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->tick();
    });
}

void HttpServer::Private::tick()
{
    m_tick = Timers::Ticket::None;
    const auto moment = now();
    for (const auto &connection : snapshot())
        connection->tick(moment);
    if (m_server != nullptr && !m_connections.empty())
        armTick();
}

QByteArrayView HttpServer::Private::date()
{
    const auto second = std::time(nullptr);
    if (second != m_dateSecond) {
        m_dateSecond = second;
        const auto moment = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        m_date = QLocale::c().toString(moment, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
    }
    return m_date;
}

HttpServer::HttpServer(HttpLimits limits, Timers &timers, Handler handler, QObject *parent)
    : QObject(parent)
    , d(std::make_shared<Private>(limits, timers, std::move(handler), this))
{
}

HttpServer::~HttpServer()
{
    d->leave();
}

Result<quint16> HttpServer::listen(quint16 port)
{
    return d->listen(port);
}
quint16 HttpServer::port() const
{
    return d->port();
}
void HttpServer::refuse()
{
    d->refuse();
}
void HttpServer::close()
{
    d->close();
}
void HttpServer::reset()
{
    d->reset();
}
int HttpServer::connections() const
{
    return d->connections();
}

} // namespace services::transport
