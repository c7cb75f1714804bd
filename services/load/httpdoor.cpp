// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpdoor.h"

#include <services/transport/wire.h>

#include <algorithm>

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
                   const contract::Clock &clock,
                   faults::Blame blame)
    : m_client(client)
    , m_addresses(addresses)
    , m_clock(clock)
    , m_blame(std::move(blame))
{
}

QCoro::Task<Answer> HttpDoor::ask(Request request, QByteArray causes)
{
    const auto callee = request.endpoint.capability;
    std::vector<model::telemetry::Annotation> remarks;
    auto problem = Error{Kind::Unavailable, u"No instance of %1 runs"_s.arg(callee.value), callee.value};
    bool hasDied = false;
    for (int tried = 0; tried < connectionsTried; ++tried) {
        auto lease = m_addresses.pick(callee);
        if (!lease) {
            if (tried == 0)
                blame(problem, callee, remarks);
            break;
        }
        auto message = transport::wire::toHttp(request, m_clock.now());
        if (!causes.isEmpty())
            message.headers.add(transport::wire::causeHeader, causes);
        auto response
            = co_await m_client.send(lease->address(), std::move(message), request.context.deadline);
        if (response) {
            auto answer = heard(*std::move(response));
            answer.remarks = std::move(remarks);
            co_return answer;
        }
        problem = std::move(response.error());
        problem.subject = lease->instance().value;
        blame(problem, callee, remarks);
        if (problem.kind == Kind::Refused)
            m_addresses.refused(*lease, request);
        else if (problem.kind != Kind::Reset || !isSafeToRepeat(request) || std::exchange(hasDied, true))
            break;
    }
    Answer unreached;
    unreached.problem = std::move(problem);
    unreached.remarks = std::move(remarks);
    co_return unreached;
}

void HttpDoor::blame(const Error &problem,
                     const model::system::CapabilityId &callee,
                     std::vector<model::telemetry::Annotation> &remarks) const
{
    using model::telemetry::Annotation;
    for (auto &remark : m_blame.remarksOn(callee, problem, m_clock.now())) {
        if (std::ranges::find(remarks, remark.text, &Annotation::text) == remarks.end())
            remarks.push_back(std::move(remark));
    }
}

} // namespace services::load
