// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <services/transport/address.h>

#include <QHash>

#include <atomic>
#include <memory>
#include <vector>

namespace services::runtime {

// One incarnation of an instance as its callers see it; shared by all of them, in all threads. Whoever wants
// to send counts itself in first and then asks whether it is open: so whoever closes it and afterwards sees a
// count of zero knows that nobody comes any more.
struct Target
{
    model::system::InstanceId instance;
    transport::Address address;
    std::atomic<int> outstanding{0}; // requests on their way to it or in it
    std::atomic<bool> open{true};
};

// Which instances serve a capability at present: the healthy ones, or all that run when none is. An immutable
// snapshot, made by the Registry at each change.
struct RoutingTable
{
    std::uint64_t version = 0;
    QHash<model::system::CapabilityId, std::vector<std::shared_ptr<Target>>> targets;
};

} // namespace services::runtime
