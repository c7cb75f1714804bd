// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "everyfault.h"

#include "faulttable.h"

#include <algorithm>

namespace model::operation {

using system::Capability;
using system::CapabilityId;
using system::System;

namespace {

void addLinks(FaultKind kind, const System &system, std::vector<Fault> &faults)
{
    for (const auto &caller : system.capabilities) {
        for (const auto &callee : calleesOf(caller)) {
            const bool isKnown = std::ranges::any_of(faults, [&](const Fault &other) {
                return kind == FaultKind::CutOff && other.kind == kind && other.target.capability == callee
                    && other.callee == caller.id;
            });
            if (!isKnown && callee != caller.id)
                faults.push_back({kind, {caller.id, 0, {}}, callee, {}, {}});
        }
    }
}

void addQueues(FaultKind kind, const System &system, std::vector<Fault> &faults)
{
    for (const auto &consumer : system.capabilities) {
        for (const auto &consumption : consumer.consumes)
            faults.push_back({kind, {consumer.id, 0, {}}, {}, consumption.topic, {}});
    }
}

void addAll(FaultKind kind, const System &system, std::vector<Fault> &faults)
{
    const auto reach = description(kind).reach;
    if (reach == FaultReach::Broker && system.topics.empty())
        return;
    if (reach == FaultReach::Link)
        addLinks(kind, system, faults);
    else if (reach == FaultReach::Queue)
        addQueues(kind, system, faults);
    else if (reach == FaultReach::Broker || reach == FaultReach::Customers)
        faults.push_back({kind, {}, {}, {}, {}});
    else
        for (const auto &capability : system.capabilities) {
            if (reach != FaultReach::Store || !capability.owns.empty())
                faults.push_back({kind, {capability.id, 0, {}}, {}, {}, {}});
        }
}

} // namespace

std::vector<CapabilityId> calleesOf(const Capability &caller)
{
    std::vector<CapabilityId> callees;
    for (const auto &endpoint : caller.endpoints) {
        for (const auto &call : endpoint.calls) {
            if (std::ranges::find(callees, call.to.capability) == callees.end())
                callees.push_back(call.to.capability);
        }
    }
    return callees;
}

std::vector<Fault> everyFault(const System &system)
{
    std::vector<Fault> faults;
    for (const auto &row : faultTable())
        addAll(row.kind, system, faults);
    return faults;
}

} // namespace model::operation
