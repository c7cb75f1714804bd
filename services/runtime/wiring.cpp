// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wiring.h"

#include "standins.h"
#include "tollcaller.h"

#include <services/faults/faultcaller.h>
#include <services/resilience/policycaller.h>
#include <services/telemetry/tracingcaller.h>
#include <services/transport/httpcaller.h>
#include <services/transport/localcaller.h>

namespace services::runtime {

using contract::Caller;
using contract::Reply;
using contract::Request;
using model::system::CapabilityId;

namespace {

using Crosses = std::function<bool(const CapabilityId &callee)>;

// The fork in the road: within the unit, or across the network.
class Transport final : public Caller
{
public:
    Transport(Crosses crosses, std::unique_ptr<Caller> local, std::unique_ptr<Caller> remote)
        : m_crosses(std::move(crosses))
        , m_local(std::move(local))
        , m_remote(std::move(remote))
    {
    }

    QCoro::Task<Result<Reply>> call(Request request) override
    {
        Caller &way = m_crosses(request.endpoint.capability) ? *m_remote : *m_local;
        return way.call(std::move(request));
    }

private:
    Crosses m_crosses;
    std::unique_ptr<Caller> m_local;
    std::unique_ptr<Caller> m_remote;
};

} // namespace

Wiring::Wiring(const InstancePlan &plan, Ends ends)
    : m_plan(plan)
    , m_ends(ends)
{
}

std::unique_ptr<Caller> Wiring::callerFor(const CapabilityId &self) const
{
    const auto &fleet = *m_plan.fleet;
    const Crosses crosses
        = [&fleet, self](const CapabilityId &callee) { return fleet.plan.packaging.crosses(self, callee); };

    auto local = std::make_unique<transport::LocalCaller>(
        [this](Request request) { return m_ends.dispatcher.dispatch(std::move(request), Arrival::Local); },
        m_ends.guards.scope, m_ends.guards.timers);
    auto remote = std::make_unique<transport::HttpCaller>(m_ends.client, m_ends.addresses, m_ends.clock,
                                                          fleet.plan.options.fleetKey);

    auto transport = std::make_unique<Transport>(crosses, std::move(local), std::move(remote));
    auto faults = std::make_unique<faults::FaultCaller>(
        std::move(transport), self,
        faults::FaultCaller::Surroundings{fleet.plan.packaging, m_ends.exposure, m_ends.guards.recorder,
                                          m_plan.seed()});
    auto policies = std::make_unique<resilience::PolicyCaller>(
        std::move(faults), self,
        resilience::PolicyCaller::Means{m_ends.guards, fleet.boards.policies, m_plan.seed(),
                                        standInsOf(fleet.plan.system, self)});
    auto tracing = std::make_unique<telemetry::TracingCaller>(std::move(policies), m_ends.guards.recorder,
                                                              self, crosses);
    return std::make_unique<TollCaller>(std::move(tracing), m_ends.backing);
}

} // namespace services::runtime
