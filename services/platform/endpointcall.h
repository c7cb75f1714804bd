// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <services/transport/httpmessage.h>

#include <chrono>

namespace services::platform {

// A request that a person sends to a capability of a fleet, past the customers' door.
struct EndpointCall
{
    model::system::PackagingId fleet;
    model::system::CapabilityId capability;
    model::system::InstanceId instance; // empty: whichever the load balancer picks
    transport::HttpRequest request;
    std::chrono::milliseconds patience{5000};
};

// What came back, whatever its status.
struct EndpointAnswer
{
    model::system::InstanceId instance; // which answered
    transport::HttpResponse response;
    std::chrono::nanoseconds duration{0};
};

} // namespace services::platform
