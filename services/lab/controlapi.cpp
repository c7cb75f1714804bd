// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "controlapi.h"

#include "statusjson.h"

#include <model/operation/autoscalingreader.h>
#include <model/operation/faulttext.h>
#include <model/operation/policychangereader.h>
#include <services/experiment/auditjson.h>
#include <services/transport/wire.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QRandomGenerator>

namespace services::lab {

using namespace Qt::StringLiterals;
using contract::Reply;
using contract::Request;
using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;
using platform::Place;
using transport::HttpResponder;
namespace wire = transport::wire;

namespace {

const auto statusOperation = u"GET /status"_s;
const auto auditOperation = u"GET /audit"_s;

QByteArray newToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

// A page on some other site could resolve its own name to 127.0.0.1; its Host header gives it away.
bool isOurHost(QByteArrayView host)
{
    const auto colon = host.lastIndexOf(':');
    const auto name = colon < 0 ? host : host.first(colon);
    return name == "127.0.0.1" || name == "localhost";
}

QFuture<Result<void>> refuse(Kind kind, const QString &message)
{
    QPromise<Result<void>> promise;
    promise.start();
    promise.addResult(Result<void>(failure(kind, message)));
    promise.finish();
    return promise.future();
}

QFuture<Result<void>> refuse(const model::result::Errors &mistakes)
{
    QStringList words;
    for (const auto &mistake : mistakes)
        words.append(u"%1: %2"_s.arg(mistake.subject, mistake.message));
    return refuse(Kind::InvalidInput, words.join(u' '));
}

Place unitOf(const Request &request)
{
    return {{request.path.value(u"fleet"_s)}, {request.path.value(u"unit"_s)}, {}};
}

Place instanceOf(const Request &request)
{
    return {{request.path.value(u"fleet"_s)}, {}, {request.path.value(u"instance"_s)}};
}

// A number of the body; nothing when it has none of that name.
std::optional<double> numberIn(const QByteArray &body, const QString &name)
{
    const auto value = QJsonDocument::fromJson(body).object().value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

Result<model::operation::Fault> faultIn(const QByteArray &body)
{
    const auto text = QJsonDocument::fromJson(body).object().value(u"fault"_s).toString();
    const auto read = model::operation::readFault(text);
    if (read)
        return *read;
    return failure(
        Kind::InvalidInput,
        u"Send {\"fault\": \"slow:payments,delay=800\"} or the like. %1"_s.arg(read.error().front().message));
}

} // namespace

ControlApi::ControlApi(platform::Platform &platform, model::system::System system)
    : m_platform(platform)
    , m_system(std::move(system))
    , m_server(transport::HttpLimits::ofThisProcess(),
               m_timers,
               [this](transport::HttpRequest request, const HttpResponder &responder) {
                   answer(std::move(request), responder);
               })
{
    m_router.add({{u"control"_s}, statusOperation});
    m_router.add({{u"control"_s}, auditOperation});
    offerVerbs();
}

void ControlApi::offerVerbs()
{
    const QString unit = u"POST /fleets/{fleet}/units/{unit}/"_s;
    const QString instance = u"POST /fleets/{fleet}/instances/{instance}/"_s;
    offer(unit + u"crash"_s, [this](const Request &request) { return m_platform.crash(unitOf(request)); });
    offer(unit + u"restart"_s,
          [this](const Request &request) { return m_platform.restart(unitOf(request)); });
    offer(unit + u"scale"_s, [this](const Request &request) { return scale(request); });
    offer(unit + u"autoscale"_s, [this](const Request &request) { return autoscale(request); });
    offer(unit + u"stop-autoscaling"_s, [this](const Request &request) {
        return m_platform.setAutoscaling(unitOf(request), std::nullopt);
    });
    offer(instance + u"crash"_s,
          [this](const Request &request) { return m_platform.crash(instanceOf(request)); });
    offer(instance + u"restart"_s,
          [this](const Request &request) { return m_platform.restart(instanceOf(request)); });
    offer(u"POST /policies"_s, [this](const Request &request) { return setPolicies(request); });
    offer(u"POST /fleets/{fleet}/policies"_s,
          [this](const Request &request) { return setPolicies(request); });
    offer(u"POST /safeguards"_s, [this](const Request &request) { return setSafeguard(request); });
    offer(u"POST /fleets/{fleet}/safeguards"_s,
          [this](const Request &request) { return setSafeguard(request); });
    offer(u"POST /faults"_s, [this](const Request &request) { return inject(request); });
    offer(u"POST /faults/lift"_s, [this](const Request &request) { return lift(request); });
    offer(u"POST /shoppers"_s, [this](const Request &request) { return setShoppers(request); });
}

void ControlApi::offer(const QString &operation, Action action)
{
    m_router.add({{u"control"_s}, operation});
    m_actions.insert(operation, std::move(action));
}

Result<void> ControlApi::listen()
{
    m_token = newToken();
    const auto port = m_server.listen(0);
    if (!port)
        return failure(port.error());
    m_port = *port;
    return {};
}

QString ControlApi::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

void ControlApi::answer(transport::HttpRequest http, const HttpResponder &responder)
{
    if (!isOurHost(http.headers.find("Host")))
        return responder.respond(
            wire::toHttp(failure(Kind::Forbidden, u"The Host header must name 127.0.0.1"_s)));
    const QByteArray target = http.target;
    const auto request = wire::fromHttp(std::move(http), m_router, m_clock.now());
    if (!request)
        return responder.respond(wire::rejection(request.error(), target, m_router));
    if (request->context.session != m_token)
        return responder.respond(wire::toHttp(
            failure(Kind::Unauthenticated, u"Send the token: \"Authorization: Bearer <token>\""_s)));
    if (request->endpoint.operation == statusOperation)
        return tellStatus(responder);
    if (request->endpoint.operation == auditOperation)
        return tellBooks(responder);
    m_actions.value(request->endpoint.operation)(*request).then(this, [responder](const Result<void> &done) {
        responder.respond(wire::toHttp(done.map([] { return Reply::json(QJsonObject()); })));
    });
}

void ControlApi::tellStatus(const HttpResponder &responder)
{
    m_platform.snapshot().then(this, [responder](const Result<platform::Snapshot> &snapshot) {
        responder.respond(wire::toHttp(
            snapshot.map([](const platform::Snapshot &value) { return Reply::json(statusJson(value)); })));
    });
}

void ControlApi::tellBooks(const HttpResponder &responder)
{
    m_platform.audit({}).then(this, [responder](const Result<std::optional<experiment::Audit>> &books) {
        responder.respond(
            wire::toHttp(books.and_then([](const std::optional<experiment::Audit> &audit) -> Result<Reply> {
                if (audit)
                    return Reply::json(toJson(*audit));
                return failure(Kind::NotFound, u"This system keeps no books that could be read"_s);
            })));
    });
}

QFuture<Result<void>> ControlApi::scale(const Request &request)
{
    const auto instances = numberIn(request.body, u"instances"_s);
    if (!instances || *instances < 1 || *instances > 64)
        return refuse(Kind::InvalidInput, u"Send {\"instances\": N} with N from 1 to 64"_s);
    return m_platform.scale(unitOf(request), static_cast<int>(*instances));
}

QFuture<Result<void>> ControlApi::autoscale(const Request &request)
{
    const auto settings
        = model::operation::readAutoscaling(request.body.isEmpty() ? "{}" : request.body, u"the body"_s);
    return settings ? m_platform.setAutoscaling(unitOf(request), *settings) : refuse(settings.error());
}

QFuture<Result<void>> ControlApi::setPolicies(const Request &request)
{
    const auto change = model::operation::readPolicyChange(request.body, u"the body"_s, m_system);
    if (change)
        return m_platform.setPolicies({request.path.value(u"fleet"_s)}, *change);
    return refuse(change.error());
}

QFuture<Result<void>> ControlApi::setSafeguard(const Request &request)
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto safeguard = model::operation::safeguardOfWord(body[u"safeguard"].toString());
    if (!safeguard || !body[u"on"].isBool())
        return refuse(Kind::InvalidInput,
                      u"Send {\"safeguard\": \"inbox\", \"on\": false} with one of %1"_s.arg(
                          model::operation::safeguardWords().join(u", "_s)));
    return m_platform.setSafeguard({request.path.value(u"fleet"_s)}, *safeguard, body[u"on"].toBool());
}

QFuture<Result<void>> ControlApi::inject(const Request &request)
{
    const auto fault = faultIn(request.body);
    return fault ? m_platform.inject(*fault) : refuse(fault.error().kind, fault.error().message);
}

QFuture<Result<void>> ControlApi::lift(const Request &request)
{
    if (request.body.isEmpty())
        return m_platform.liftAll({});
    const auto fault = faultIn(request.body);
    return fault ? m_platform.lift(*fault) : refuse(fault.error().kind, fault.error().message);
}

QFuture<Result<void>> ControlApi::setShoppers(const Request &request)
{
    const auto rate = numberIn(request.body, u"perSecond"_s);
    if (!rate || *rate < 0 || *rate > 10'000)
        return refuse(Kind::InvalidInput, u"Send {\"perSecond\": N} with N from 0 to 10000"_s);
    return m_platform.setShoppersPerSecond(*rate);
}

} // namespace services::lab
