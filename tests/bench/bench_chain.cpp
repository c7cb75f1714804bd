// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpbench.h"

#include <services/transport/httpcaller.h>
#include <services/transport/httpserver.h>
#include <services/transport/localcaller.h>
#include <services/transport/wire.h>
#include <services/waiting/epolldispatcher.h>
#include <services/waiting/looptimers.h>
#include <services/waiting/post.h>

#include <QThread>

using namespace services::transport;
using namespace tests::bench;
using services::contract::Caller;
using services::contract::Reply;
using services::contract::Request;
using services::contract::SystemClock;
using services::waiting::LoopTimers;
using services::waiting::WaitScope;

namespace {

constexpr int rounds = 5;

// Always the same instance.
class FixedAddress final : public AddressSource
{
public:
    explicit FixedAddress(quint16 port)
        : m_port(port)
    {
    }
    std::optional<Lease> pick(const model::system::CapabilityId &) override
    {
        return Lease({m_port}, {u"next"_s}, nullptr);
    }
    void refused(const Lease &, const Request &) override { }

private:
    quint16 m_port;
};

// A service which asks the next one, or answers when there is none.
QCoro::Task<Result<Reply>> handle(Caller *next, Request request)
{
    if (next != nullptr) {
        const auto asked = co_await next->call(std::move(request));
        co_return asked;
    }
    Reply reply;
    reply.mediaType = "text/plain";
    reply.body = "ok";
    co_return reply;
}

QCoro::Task<> answer(Caller *next, Request request, HttpResponder responder)
{
    const auto reply = co_await handle(next, std::move(request));
    responder.respond(wire::toHttp(reply));
}

// The way into a service over HTTP, as an instance has it.
class Door
{
public:
    Door(quint16 nextPort, Caller *next)
        : m_client({}, m_scope, m_timers)
        , m_addresses(nextPort)
        , m_far(m_client, m_addresses, m_clock)
        , m_next(nextPort != 0 ? &m_far : next)
        , m_server({}, m_timers, [this](HttpRequest http, HttpResponder responder) {
            enter(std::move(http), std::move(responder));
        })
    {
        m_router.add({{}, u"GET /"_s});
        port = m_server.listen(0).value_or(0);
    }

    quint16 port = 0;

private:
    void enter(HttpRequest http, HttpResponder responder)
    {
        auto request = wire::fromHttp(std::move(http), m_router, m_clock.now());
        if (!request)
            return responder.respond(wire::toHttp(failure(request.error())));
        m_scope.spawn(answer(m_next, std::move(*request), std::move(responder)));
    }

    WaitScope m_scope;
    LoopTimers m_timers;
    SystemClock m_clock;
    Router m_router;
    HttpClient m_client;
    FixedAddress m_addresses;
    HttpCaller m_far;
    Caller *m_next;
    HttpServer m_server;
};

// A service on a thread of its own, for as long as the process lives.
quint16 startService(quint16 nextPort)
{
    auto *const thread = new QThread;
    auto *const place = new QObject;
    thread->setEventDispatcher(new services::waiting::EpollDispatcher); // as instances do
    place->moveToThread(thread);
    thread->start();
    quint16 port = 0;
    QMetaObject::invokeMethod(
        place, [&port, nextPort] { port = (new Door(nextPort, nullptr))->port; },
        Qt::BlockingQueuedConnection);
    return port;
}

int say(quint16 port)
{
    std::printf("%d\n", port);
    std::fflush(stdout);
    return QCoreApplication::exec();
}

int serveFar()
{
    return say(startService(startService(startService(0))));
}

int serveNear()
{
    WaitScope scope;
    LoopTimers timers;
    LocalCaller last([](Request request) { return handle(nullptr, std::move(request)); }, scope, timers);
    LocalCaller middle([&last](Request request) { return handle(&last, std::move(request)); }, scope, timers);
    const Door door(0, &middle);
    return say(door.port);
}

} // namespace

// A chain of three services, each asking the next: over HTTP between three threads, against in process.
int main(int count, char **arguments)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(count, arguments);
    if (count == 2 && QByteArrayView(arguments[1]) == "far")
        return serveFar();
    if (count == 2 && QByteArrayView(arguments[1]) == "near")
        return serveNear();

    const auto far = Server::own({u"far"_s}, Threads::Several);
    const auto near = Server::own({u"near"_s}, Threads::Several);
    for (const int connections : {32, 1}) {
        Figure speed(u"chain of three/%1/requests"_s.arg(connections), u"1/s"_s, Better::Higher);
        Figure cpu(u"chain of three/%1/cpu"_s.arg(connections), u"us"_s, Better::Lower);
        for (int round = 0; round < rounds; ++round) {
            const auto remote = measure(*far, smallGet(connections));
            const auto local = measure(*near, smallGet(connections));
            speed.add(remote.perSecond);
            cpu.add(remote.cpuMicroseconds);
            speed.add(u"in process"_s, local.perSecond);
            cpu.add(u"in process"_s, local.cpuMicroseconds);
        }
        speed.print();
        cpu.print();
    }
    return 0;
}
