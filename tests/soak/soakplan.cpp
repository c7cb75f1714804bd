// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "soakplan.h"

#include <model/operation/faultcheck.h>
#include <model/operation/faulttable.h>

#include <algorithm>

namespace tests::soak {

using namespace Qt::StringLiterals;
using namespace model::operation;

SoakPlan::SoakPlan(const model::system::System &system, quint64 seed, int faultsAtOnce)
    : m_system(system)
    , m_random(seed)
    , m_faultsAtOnce(static_cast<std::size_t>(faultsAtOnce))
{
}

std::size_t SoakPlan::draw(std::size_t count)
{
    return static_cast<std::size_t>(m_random() % count);
}

Action SoakPlan::next()
{
    const auto choice = draw(20);
    if (choice < 8 && m_inForce.size() < m_faultsAtOnce) {
        const auto fault = randomFault();
        if (std::ranges::find(m_inForce, fault) == m_inForce.end())
            m_inForce.push_back(fault);
        return Inject{fault};
    }
    if (choice < 13 && !m_inForce.empty())
        return lift();
    return choice < 16 ? switchPolicies() : order();
}

Fault SoakPlan::randomFault()
{
    const auto all = faultTable();
    Fault fault;
    do {
        fault = {};
        fault.kind = all[draw(all.size())].kind;
        const auto reach = description(fault.kind).reach;
        if (reach != FaultReach::Customers && reach != FaultReach::Broker)
            fault.target.capability = randomCapability();
        if (reach == FaultReach::Link)
            fault.callee = randomCapability();
        if (reach == FaultReach::Queue)
            fault.topic = m_system.topics[draw(m_system.topics.size())].id;
        if (fault.kind == FaultKind::MemoryLeak) // real memory of a real machine
            fault.settings = {{FaultSetting::LimitMegabytes, 8}};
        if (fault.kind == FaultKind::CpuBurn)
            fault.settings = {{FaultSetting::Share, 0.3}};
        if (fault.kind == FaultKind::TrafficSpike)
            fault.settings = {{FaultSetting::Factor, 2}};
    } while (!errorsOf(fault, m_system).empty());
    return fault;
}

Action SoakPlan::lift()
{
    const auto which = m_inForce.begin() + static_cast<std::ptrdiff_t>(draw(m_inForce.size()));
    const auto fault = *which;
    m_inForce.erase(which);
    return Lift{fault, {}};
}

const model::system::CapabilityId &SoakPlan::randomCapability()
{
    return m_system.capabilities[draw(m_system.capabilities.size())].id;
}

Target SoakPlan::randomTarget()
{
    Target target;
    target.fleet.value = draw(5) == 0 ? u"monolith"_s : u"microservices"_s;
    target.capability = randomCapability();
    return target;
}

Action SoakPlan::order()
{
    const auto target = randomTarget();
    switch (draw(5)) {
    case 0:
        return Crash{target};
    case 1:
        return Restart{target};
    case 2:
        return Autoscale{target, Autoscaling{0.2, 0.1, 1, 2, std::chrono::seconds(2)}};
    case 3:
        return Autoscale{target, std::nullopt};
    default:
        return Scale{target, 1 + static_cast<int>(draw(3))};
    }
}

// Of everything, of one call or of one unit.
Action SoakPlan::switchPolicies()
{
    const std::vector<PolicyBook> books{noPolicies(), usualPolicies(), allPolicies()};
    const auto &book = books[draw(books.size())];
    const auto target = randomTarget();
    const auto &capability = *m_system.capability(target.capability);
    const auto &endpoint = capability.endpoints[draw(capability.endpoints.size())];
    switch (draw(3)) {
    case 0:
        return SetPolicies{book, {}};
    case 1:
        return SetPolicies{UnitChange{target.capability, book.units, book.calls}, target.fleet};
    default:
        break;
    }
    if (endpoint.calls.empty())
        return SetPolicies{book, target.fleet};
    const auto &callee = endpoint.calls[draw(endpoint.calls.size())].to;
    return SetPolicies{CallChange{{target.capability, callee}, book.calls}, target.fleet};
}

} // namespace tests::soak
