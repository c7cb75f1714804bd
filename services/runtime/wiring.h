// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dispatcher.h"
#include "instanceplan.h"

#include <services/resilience/callguard.h>
#include <services/transport/addresssource.h>
#include <services/transport/httpclient.h>

namespace services::runtime {

// How the capabilities of an instance reach each other: the one place which asks the packaging whether a call
// leaves its unit. Same unit: straight to this instance's dispatcher. Another unit: over HTTP, to an instance
// which the balancer chooses. Either way the caller gets tracing(policies(faults(transport))), and business
// code cannot tell which it is; outside of that stands only the wait for what it owes to a slow store. Owned
// by the instance, in its thread; outlives the callers that it makes.
class Wiring
{
public:
    struct Ends
    {
        Dispatcher &dispatcher; // of this instance
        BackingFaults &backing; // of this instance
        transport::HttpClient &client; // of this instance
        transport::AddressSource &addresses; // of all others
        faults::Exposure &exposure; // of this instance
        resilience::CallGuard::Means guards; // of this instance
        const contract::Clock &clock;
    };
    Wiring(const InstancePlan &plan, Ends ends);

    // What `self` calls others with.
    std::unique_ptr<contract::Caller> callerFor(const model::system::CapabilityId &self) const;

private:
    const InstancePlan &m_plan;
    Ends m_ends;
};

} // namespace services::runtime
