// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpdoor.h"

#include <services/transport/wire.h>

namespace services::load {

using namespace Qt::StringLiterals;
using contract::Request;
using model::result::Error;
using model::result::Kind;

namespace {

constexpr int connectionsTried = 3;

bool isSafeToRepeat(const Request &request)
{
    const auto &operation = request.endpoint.operation;
    return !request.context.idempotencyKey.isEmpty() || !operation.startsWith(u"POST ");
}

Answer unreached(Error problem)
{
    Answer answer;
    answer.problem = std::move(problem);
    return answer;
}

Answer heard(transport::HttpResponse response)
{
    Answer answer;
    answer.reached = true;
    answer.status = response.status;
    auto reply = transport::wire::fromHttp(std::move(response));
    if (!reply) {
        answer.problem = std::move(reply.error());
        return answer;
    }
    answer.mediaType = reply->mediaType;
    answer.body = std::move(reply->body);
    answer.degraded = std::move(reply->degraded);
    return answer;
}

} // namespace

HttpDoor::HttpDoor(transport::HttpClient &client,
                   transport::AddressSource &addresses,
                   const contract::Clock &clock)
    : m_client(client)
    , m_addresses(addresses)
    , m_clock(clock)
{
}

QCoro::Task<Answer> HttpDoor::ask(Request request, QByteArray causes)
{
    auto problem
        = Error{Kind::Unavailable, u"No instance of %1 runs"_s.arg(request.endpoint.capability.value), {}};
    bool hasDied = false;
    for (int tried = 0; tried < connectionsTried; ++tried) {
        auto lease = m_addresses.pick(request.endpoint.capability);
        if (!lease)
            break;
        auto message = transport::wire::toHttp(request, m_clock.now());
        if (!causes.isEmpty())
            message.headers.add(transport::wire::causeHeader, causes);
        auto response
            = co_await m_client.send(lease->address(), std::move(message), request.context.deadline);
        if (response)
            co_return heard(*std::move(response));
        problem = std::move(response.error());
        if (problem.kind == Kind::Refused)
            m_addresses.refused(*lease, request);
        else if (problem.kind != Kind::Reset || !isSafeToRepeat(request) || std::exchange(hasDied, true))
            break;
    }
    co_return unreached(std::move(problem));
}

} // namespace services::load
