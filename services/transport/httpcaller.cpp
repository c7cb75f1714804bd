// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpcaller.h"

#include "wire.h"

namespace services::transport {

using namespace Qt::StringLiterals;
using contract::Reply;
using contract::Request;

namespace {

// The client speaks of ports; people know instances.
Error named(Error error, const model::system::InstanceId &instance)
{
    if (error.kind == Kind::Refused)
        error.message = u"%1 is not there: the connection was refused"_s.arg(instance.value);
    else if (error.kind == Kind::Reset)
        error.message = u"%1 broke the connection off"_s.arg(instance.value);
    else if (error.kind == Kind::TimedOut)
        error.message = u"%1 did not answer in time"_s.arg(instance.value);
    error.subject = instance.value;
    return error;
}

} // namespace

HttpCaller::HttpCaller(HttpClient &client,
                       AddressSource &addresses,
                       const contract::Clock &clock,
                       QByteArray fleetKey)
    : m_client(client)
    , m_addresses(addresses)
    , m_clock(clock)
    , m_fleetKey(std::move(fleetKey))
{
}

QCoro::Task<Result<Reply>> HttpCaller::call(Request request)
{
    const auto &callee = request.endpoint.capability;
    const auto lease = m_addresses.pick(callee);
    if (!lease)
        co_return failure(Kind::Unavailable, u"No instance of %1 can take a request now"_s.arg(callee.value),
                          callee.value);
    const auto address = lease->address();
    const auto deadline = request.context.deadline;
    auto http = wire::toHttp(request, m_clock.now());
    if (!m_fleetKey.isEmpty())
        http.headers.add(wire::fleetHeader, m_fleetKey);
    auto response = co_await m_client.send(address, std::move(http), deadline);
    if (response) {
        auto reply = wire::fromHttp(std::move(*response));
        m_addresses.ended(*lease, request, reply ? std::nullopt : std::optional(reply.error().kind));
        co_return reply;
    }
    if (response.error().kind == Kind::Refused)
        m_addresses.refused(*lease, request);
    m_addresses.ended(*lease, request, response.error().kind);
    co_return tl::unexpected<Error>(named(response.error(), lease->instance()));
}

} // namespace services::transport
