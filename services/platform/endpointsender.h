// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "endpointcall.h"

#include <model/result/result.h>
#include <model/telemetry/span.h>
#include <services/runtime/fleet.h>
#include <services/telemetry/idgenerator.h>
#include <services/transport/httpclient.h>

namespace services::platform {

using model::result::Result;

// Sends a person's own request to any endpoint of a fleet, also one that customers do not see, and measures
// it as the first span of its trace. Owned by the platform, in the control thread.
class EndpointSender
{
public:
    EndpointSender(transport::HttpClient &client, waiting::Timers &timers);

    // To the instance which the call names, or to one that the addresses choose. Unavailable without any,
    // NotFound for an unknown one, and what the client says of the connection.
    QCoro::Task<Result<EndpointAnswer>>
    send(const runtime::Fleet &fleet, transport::AddressSource &addresses, EndpointCall call);
    // Of requests which have ended since the last time, answered or not.
    std::vector<std::pair<model::system::PackagingId, model::telemetry::Span>> takeSpans();

private:
    model::telemetry::Span beginSpan(EndpointCall &call);
    void keep(model::telemetry::Span span, const model::system::PackagingId &fleet);

    transport::HttpClient &m_client;
    waiting::Timers &m_timers;
    telemetry::IdGenerator m_ids;
    std::vector<std::pair<model::system::PackagingId, model::telemetry::Span>> m_spans;
};

} // namespace services::platform
