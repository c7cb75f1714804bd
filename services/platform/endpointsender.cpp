// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpointsender.h"

#include <services/transport/wire.h>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

EndpointSender::EndpointSender(transport::HttpClient &client, waiting::Timers &timers)
    : m_client(client)
    , m_timers(timers)
{
}

QCoro::Task<Result<EndpointAnswer>>
EndpointSender::send(const runtime::Fleet &fleet, transport::AddressSource &addresses, EndpointCall call)
{
    EndpointAnswer answer;
    answer.instance = call.instance;
    transport::Address address;
    std::optional<transport::Lease> lease;
    if (call.instance.isEmpty()) {
        lease = addresses.pick(call.capability);
        if (!lease)
            co_return failure(Kind::Unavailable,
                              u"No instance of %1 can take requests"_s.arg(call.capability.value),
                              call.capability.value);
        answer.instance = lease->instance();
        address = lease->address();
    } else if (const auto status = fleet.instance(call.instance)) {
        address.port = status->port;
    } else {
        co_return failure(Kind::NotFound, u"No instance is called %1"_s.arg(call.instance.value),
                          call.instance.value);
    }
    call.request.headers.set(transport::wire::calleeHeader, call.capability.value.toUtf8());
    call.request.headers.set(transport::wire::fleetHeader, fleet.plan().options.fleetKey);
    const auto begin = m_timers.now();
    auto response = co_await m_client.send(address, std::move(call.request), begin + call.patience);
    if (!response)
        co_return failure(response.error());
    answer.duration = m_timers.now() - begin;
    answer.response = *std::move(response);
    co_return answer;
}

} // namespace services::platform
