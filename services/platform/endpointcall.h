// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <model/telemetry/tracecontext.h>
#include <services/transport/httpmessage.h>

#include <chrono>

namespace services::platform {

// A request that a person sends to a capability of a fleet, past the customers' door.
struct EndpointCall
{
    model::system::PackagingId fleet;
    model::system::CapabilityId capability;
    model::system::InstanceId instance; // empty: whichever the load balancer picks
    QString operation; // which it is meant for, as its trace tells; empty: method and target
    transport::HttpRequest request; // without a traceparent it begins a trace, all of which is kept
    std::chrono::milliseconds patience{5000};
};

// What came back, whatever its status.
struct EndpointAnswer
{
    model::system::InstanceId instance; // which answered
    transport::HttpResponse response;
    std::chrono::nanoseconds duration{0};
    model::telemetry::TraceId trace{}; // under which it was done; all zero: what the sender said was none
};

} // namespace services::platform
