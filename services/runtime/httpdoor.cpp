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

constexpr auto patience = 30s; // with strangers; within the fleet, whoever sets no deadline waits for ever

} // namespace

HttpDoor::HttpDoor(Identity identity, Means means)
    : m_identity(std::move(identity))
    , m_means(means)
{
}

void HttpDoor::open(const model::system::Capability &capability, bool forStrangers)
{
    for (const auto &endpoint : capability.endpoints) {
        m_routes.add(endpoint.id);
        if (forStrangers)
            m_strangersRoutes.add(endpoint.id);
    }
}

const transport::Router &HttpDoor::routesFor(const HttpRequest &message) const
{
    const auto shown = message.headers.find(transport::wire::fleetHeader);
    return !shown.isEmpty() && shown == m_identity.fleetKey ? m_routes : m_strangersRoutes;
}

void HttpDoor::receive(HttpRequest message, HttpResponder responder)
{
    if (message.target == "/health" && (message.method == "GET" || message.method == "HEAD"))
        responder.respond(health());
    else if (message.target == "/ready" && (message.method == "GET" || message.method == "HEAD"))
        responder.respond(readiness());
    else
        m_means.scope.spawn(answer(std::move(message), std::move(responder)));
}

QCoro::Task<> HttpDoor::answer(HttpRequest message, HttpResponder responder)
{
    const QByteArray target = message.target;
    const QByteArray causes = message.headers.find(transport::wire::causeHeader).toByteArray();
    const Instant now = m_means.timers.now();
    const auto &routes = routesFor(message);
    auto request = transport::wire::fromHttp(std::move(message), routes, now);
    if (!request) {
        responder.respond(transport::wire::rejection(request.error(), target, routes));
        co_return;
    }
    if (&routes == &m_strangersRoutes)
        request->context.deadline = std::min(request->context.deadline, now + patience);
    const bool breaks = m_means.faults.breaksReply();
    const auto arrival = breaks ? Arrival::Doomed : Arrival::Network;
    const auto reply = co_await m_means.dispatcher.dispatch(std::move(*request), arrival, causes);
    if (!reply && reply.error().kind == model::result::Kind::Cancelled)
        co_return; // who has crashed says nothing: the reset tells the caller that it may ask another
    if (breaks)
        responder.breakOff(transport::wire::toHttp(reply));
    else
        responder.respond(transport::wire::toHttp(reply));
}

// Well is who answers; ready is who can also do its work.
HttpResponse HttpDoor::readiness()
{
    const auto seen = m_means.backing.look();
    return seen ? health() : transport::wire::toHttp(model::result::failure(seen.error()));
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
