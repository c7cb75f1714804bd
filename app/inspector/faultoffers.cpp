// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultoffers.h"

#include <model/operation/everyfault.h>
#include <model/operation/faulttable.h>

#include <QCoreApplication>

#include <algorithm>

namespace app::inspector {

using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultReach;
using model::packaging::Packaging;
using model::packaging::Unit;
using model::system::Capability;
using model::system::CapabilityId;
using model::system::System;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::inspector::Offering", text);
}

FaultReach reachOf(const Fault &fault)
{
    return model::operation::description(fault.kind).reach;
}

// One look at what can be done to one subject.
class Offering
{
public:
    Offering(const System &system, const Packaging &packaging, const Subject &subject);

    std::vector<FaultGroup> groups() const;

private:
    FaultGroup program() const;
    FaultGroup module() const;
    FaultGroup lines() const;
    FaultGroup store() const;
    FaultGroup messages() const;
    FaultGroup customers() const;
    // Of each kind with that reach the first that is about the capability, aimed at this fleet.
    std::vector<Fault> offers(FaultReach reach, const CapabilityId &whom) const;

    const System &m_system;
    const Packaging &m_packaging;
    const Unit *m_unit;
    const Capability *m_capability; // null: a unit of several, none of which is chosen
    bool m_isAlone; // in its unit
};

Offering::Offering(const System &system, const Packaging &packaging, const Subject &subject)
    : m_system(system)
    , m_packaging(packaging)
    , m_unit(packaging.unit(subject.unit))
    , m_capability(nullptr)
    , m_isAlone(m_unit->capabilities.size() == 1)
{
    if (m_isAlone || subject.capability.has_value())
        m_capability = system.capability(subject.capability.value_or(m_unit->capabilities.front()));
}

std::vector<Fault> Offering::offers(FaultReach reach, const CapabilityId &whom) const
{
    std::vector<Fault> found;
    for (const auto &row : model::operation::faultTable()) {
        if (row.reach != reach)
            continue;
        Fault fault;
        fault.kind = row.kind;
        fault.target.capability = whom;
        fault.target.fleet = m_packaging.id;
        found.push_back(fault);
    }
    return found;
}

FaultGroup Offering::program() const
{
    FaultGroup group;
    group.title = tr("The whole program");
    group.whom = m_isAlone
        ? tr("%1 is a program of its own: nobody else goes down with it.").arg(m_unit->title)
        : tr("In %1 each of these takes all %2 modules of %3.")
              .arg(m_packaging.title)
              .arg(m_unit->capabilities.size())
              .arg(m_unit->title);
    group.faults = offers(FaultReach::Process,
                          m_capability != nullptr ? m_capability->id : m_unit->capabilities.front());
    group.choosesInstance = true;
    return group;
}

FaultGroup Offering::module() const
{
    FaultGroup group;
    group.title = m_isAlone ? tr("Its requests") : tr("This module only");
    group.choosesInstance = true;
    if (m_capability == nullptr) {
        group.whom = tr("Choose one of the modules inside: these faults take only one of them.");
        return group;
    }
    group.whom = m_isAlone ? tr("The program runs; what is asked of it suffers.")
                           : tr("Only requests to %1 suffer; the other modules of %2 stay well.")
                                 .arg(m_capability->title, m_unit->title);
    group.faults = offers(FaultReach::Module, m_capability->id);
    return group;
}

FaultGroup Offering::lines() const
{
    FaultGroup group;
    group.title = tr("Its lines to others");
    if (m_capability == nullptr) {
        group.whom = tr("Choose one of the modules inside, to see whom it calls over the network.");
        return group;
    }
    const auto callees = model::operation::calleesOf(*m_capability);
    for (const auto &callee : callees) {
        if (m_packaging.crosses(m_capability->id, callee))
            group.others.push_back({m_system.titleOf(callee), callee, {}});
    }
    if (group.others.empty()) {
        group.whom = callees.empty()
            ? tr("%1 calls nobody, so it has no line to cut.").arg(m_capability->title)
            : tr("No line to cut: in %1, %2 and whom it calls are one program, with no network between.")
                  .arg(m_packaging.title, m_capability->title);
        return group;
    }
    group.whom = tr("Only what %1 asks over the network suffers; others still reach its callees.")
                     .arg(m_capability->title);
    group.faults = offers(FaultReach::Link, m_capability->id);
    for (auto &fault : group.faults)
        fault.callee = group.others.front().callee;
    return group;
}

FaultGroup Offering::store() const
{
    FaultGroup group;
    group.title = tr("Its database");
    const auto owns = [this](const CapabilityId &id) {
        const auto *capability = m_system.capability(id);
        return capability != nullptr && !capability->owns.empty();
    };
    const auto owners = std::ranges::count_if(m_unit->capabilities, owns);
    const bool ownItself = m_capability != nullptr && !m_capability->owns.empty();
    const auto owner = std::ranges::find_if(m_unit->capabilities, owns);
    if (owner == m_unit->capabilities.end()) {
        group.whom = tr("%1 stores nothing, so it has no database to lose.").arg(m_unit->title);
        return group;
    }
    group.whom = owners == 1
        ? tr("Only %1 keeps its data there.").arg(m_system.titleOf(*owner))
        : tr("One database for %1 modules of %2: all of them suffer.").arg(owners).arg(m_unit->title);
    group.faults = offers(FaultReach::Store, ownItself ? m_capability->id : *owner);
    return group;
}

FaultGroup Offering::messages() const
{
    FaultGroup group;
    group.title = tr("Messages");
    if (m_system.topics.empty()) {
        group.whom = tr("%1 sends no messages.").arg(m_system.title);
        return group;
    }
    group.whom = tr("The broker carries all messages of %1.").arg(m_packaging.title);
    group.faults = offers(FaultReach::Broker, {});
    if (m_capability == nullptr || m_capability->consumes.empty())
        return group;
    for (const auto &consumption : m_capability->consumes)
        group.others.push_back({consumption.topic.value, {}, consumption.topic});
    for (auto fault : offers(FaultReach::Queue, m_capability->id)) {
        fault.topic = group.others.front().topic;
        group.faults.push_back(fault);
    }
    return group;
}

FaultGroup Offering::customers() const
{
    FaultGroup group;
    group.title = tr("Everybody's customers");
    group.whom = tr("All who come to %1, whatever is selected.").arg(m_packaging.title);
    group.faults = offers(FaultReach::Customers, {});
    return group;
}

std::vector<FaultGroup> Offering::groups() const
{
    return {program(), module(), lines(), store(), messages(), customers()};
}

bool isUsual(FaultKind kind)
{
    constexpr FaultKind usual[]
        = {FaultKind::Crash,  FaultKind::Freeze, FaultKind::Hang,        FaultKind::Slow,
           FaultKind::Errors, FaultKind::CutOff, FaultKind::StoreLocked, FaultKind::StoreLost};
    return std::ranges::find(usual, kind) != std::end(usual);
}

} // namespace

std::vector<FaultGroup> faultGroups(const System &system, const Packaging &packaging, const Subject &subject)
{
    return Offering(system, packaging, subject).groups();
}

std::vector<Fault> usualFaults(const System &system, const Packaging &packaging, const Subject &subject)
{
    std::vector<Fault> found;
    for (const auto &group : faultGroups(system, packaging, subject)) {
        for (const auto &fault : group.faults) {
            if (!isUsual(fault.kind))
                continue;
            if (fault.callee.isEmpty())
                found.push_back(fault);
            for (const auto &other : group.others) {
                auto aimed = fault;
                aimed.callee = other.callee;
                if (!fault.callee.isEmpty())
                    found.push_back(aimed);
            }
        }
    }
    return found;
}

bool isMeant(const Fault &inForce, const Fault &offered, const Packaging &packaging)
{
    const auto &fleet = inForce.target.fleet;
    if (inForce.kind != offered.kind || (!fleet.isEmpty() && fleet != packaging.id))
        return false;
    switch (reachOf(offered)) {
    case FaultReach::Process:
    case FaultReach::Store:
        return packaging.unitOf(inForce.target.capability) == packaging.unitOf(offered.target.capability);
    case FaultReach::Module:
        return inForce.target.capability == offered.target.capability;
    case FaultReach::Link:
        return inForce.target.capability == offered.target.capability && inForce.callee == offered.callee;
    case FaultReach::Queue:
        return inForce.target.capability == offered.target.capability && inForce.topic == offered.topic;
    case FaultReach::Broker:
    case FaultReach::Customers:
        break;
    }
    return true;
}

} // namespace app::inspector
