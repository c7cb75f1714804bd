// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire.h"

#include "characters.h"
#include "percent.h"
#include "problem.h"

#include <algorithm>

namespace services::transport::wire {

using namespace Qt::StringLiterals;
using contract::Parameters;
using contract::Reply;
using contract::Request;

namespace {

// "GET /products/{id}" and {"id": "a b"} -> "/products/a%20b".
QByteArray pathOf(QStringView operation, const Parameters &parameters)
{
    const auto tmpl = operation.sliced(operation.indexOf(u' ') + 1);
    QByteArray path;
    path.reserve(tmpl.size() + 32);
    for (qsizetype at = 0; at < tmpl.size(); ++at) {
        const auto close = tmpl[at] == u'{' ? tmpl.indexOf(u'}', at) : -1;
        if (close < 0) {
            path.append(tmpl[at].toLatin1());
            continue;
        }
        path.append(percent::encoded(parameters.value(tmpl.sliced(at + 1, close - at - 1).toString())));
        at = close;
    }
    return path;
}

void appendQuery(QByteArray &target, const Parameters &query)
{
    char separator = '?';
    for (auto entry = query.begin(); entry != query.end(); ++entry) {
        target.append(separator).append(percent::encoded(entry.key()));
        target.append('=').append(percent::encoded(entry.value()));
        separator = '&';
    }
}

// Rounded up: a call that still has time is never told that it has none.
QByteArray remaining(Instant deadline, Instant now)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - now);
    return QByteArray::number(
        static_cast<qlonglong>(std::max<std::chrono::milliseconds::rep>(left.count(), 0)));
}

Result<Parameters> queryOf(QByteArrayView text)
{
    Parameters query;
    while (!text.isEmpty()) {
        const auto end = text.indexOf('&');
        const auto pair = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        const auto equals = pair.indexOf('=');
        const auto plain = pair.toByteArray().replace('+', ' '); // as forms write a space
        const auto key = percent::decoded(equals < 0 ? plain : QByteArrayView(plain).first(equals));
        const auto value
            = percent::decoded(equals < 0 ? QByteArrayView() : QByteArrayView(plain).sliced(equals + 1));
        if (!key || !value)
            return failure(Kind::InvalidInput, u"The query is malformed"_s, QString::fromLatin1(pair));
        if (!pair.isEmpty())
            query.insert(*key, *value);
    }
    return query;
}

Result<Instant> deadlineOf(const Headers &headers, Instant now)
{
    const auto text = headers.find(deadlineHeader);
    if (text.isNull())
        return Instant::max();
    constexpr qsizetype digits = 9; // eleven days: nobody waits longer
    if (!characters::isNumber(text) || text.size() > digits)
        return failure(Kind::InvalidInput, u"The deadline must be a number of milliseconds"_s,
                       QString::fromLatin1(deadlineHeader));
    return now + std::chrono::milliseconds(text.toByteArray().toLongLong());
}

QByteArray sessionOf(const Headers &headers)
{
    constexpr QByteArrayView scheme = "Bearer ";
    const auto value = headers.find("Authorization");
    if (value.size() <= scheme.size() || value.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return value.sliced(scheme.size()).trimmed().toByteArray();
}

QByteArrayView pathPart(QByteArrayView target)
{
    const auto query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

} // namespace

HttpRequest toHttp(const Request &request, Instant now)
{
    const auto &operation = request.endpoint.operation;
    const auto &context = request.context;
    HttpRequest http;
    http.method = QStringView(operation).first(std::max<qsizetype>(operation.indexOf(u' '), 0)).toLatin1();
    http.target = pathOf(operation, request.path);
    appendQuery(http.target, request.query);
    http.headers.add(calleeHeader, request.endpoint.capability.value.toUtf8());
    if (!context.caller.isEmpty())
        http.headers.add(callerHeader, context.caller.value.toUtf8());
    if (context.trace.isValid())
        http.headers.add(traceparentHeader, context.trace.toTraceparent());
    if (context.deadline != Instant::max())
        http.headers.add(deadlineHeader, remaining(context.deadline, now));
    if (!context.session.isEmpty())
        http.headers.add("Authorization", "Bearer " + context.session);
    if (!context.idempotencyKey.isEmpty())
        http.headers.add(idempotencyHeader, context.idempotencyKey);
    if (!request.body.isEmpty())
        http.headers.add("Content-Type", "application/json");
    http.body = request.body;
    return http;
}

Result<Request> fromHttp(HttpRequest http, const Router &router, Instant now)
{
    const auto path = pathPart(http.target);
    const model::system::CapabilityId callee{QString::fromUtf8(http.headers.find(calleeHeader))};
    auto match = router.match(http.method, path, callee);
    if (!match)
        return failure(match.error());
    auto query = queryOf(QByteArrayView(http.target).sliced(std::min(path.size() + 1, http.target.size())));
    if (!query)
        return failure(query.error());
    const auto deadline = deadlineOf(http.headers, now);
    if (!deadline)
        return failure(deadline.error());

    Request request;
    request.endpoint = std::move(match->endpoint);
    request.path = std::move(match->path);
    request.query = std::move(*query);
    request.body = std::move(http.body);
    request.context.deadline = *deadline;
    request.context.caller = {QString::fromUtf8(http.headers.find(callerHeader))};
    request.context.session = sessionOf(http.headers);
    request.context.idempotencyKey = http.headers.find(idempotencyHeader).toByteArray();
    const auto traceparent = http.headers.find(traceparentHeader);
    if (!traceparent.isNull())
        request.context.trace = model::telemetry::TraceContext::fromTraceparent(traceparent)
                                    .value_or(model::telemetry::TraceContext{});
    return request;
}

} // namespace services::transport::wire
