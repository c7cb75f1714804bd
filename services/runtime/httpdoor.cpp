// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpdoor.h"

#include <services/transport/wire.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace services::runtime {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using transport::HttpRequest;
using transport::HttpResponder;
using transport::HttpResponse;

namespace {

constexpr auto patience = 30s; // of who does not say how long it waits

} // namespace

HttpDoor::HttpDoor(Identity identity,
                   Dispatcher &dispatcher,
                   waiting::WaitScope &scope,
                   waiting::Timers &timers)
    : m_identity(std::move(identity))
    , m_dispatcher(dispatcher)
    , m_scope(scope)
    , m_timers(timers)
{
}

void HttpDoor::open(const model::system::Capability &capability)
{
    for (const auto &endpoint : capability.endpoints)
        m_router.add(endpoint.id);
}

void HttpDoor::receive(HttpRequest message, HttpResponder responder)
{
    if (message.target == "/health" && (message.method == "GET" || message.method == "HEAD"))
        responder.respond(health());
    else
        m_scope.spawn(answer(std::move(message), std::move(responder)));
}

QCoro::Task<> HttpDoor::answer(HttpRequest message, HttpResponder responder)
{
    const QByteArray target = message.target;
    const Instant now = m_timers.now();
    auto request = transport::wire::fromHttp(std::move(message), m_router, now);
    if (!request) {
        responder.respond(transport::wire::rejection(request.error(), target, m_router));
        co_return;
    }
    request->context.deadline = std::min(request->context.deadline, now + patience);
    const auto reply = co_await m_dispatcher.dispatch(std::move(*request), Arrival::Network);
    responder.respond(transport::wire::toHttp(reply));
}

HttpResponse HttpDoor::health() const
{
    const QJsonObject state{{u"state"_s, u"healthy"_s},
                            {u"unit"_s, m_identity.unit.value},
                            {u"instance"_s, m_identity.instance.value}};
    HttpResponse response;
    response.headers.add("Content-Type", "application/json");
    response.headers.add("Cache-Control", "no-store");
    response.body = QJsonDocument(state).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace services::runtime
