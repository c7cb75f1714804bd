// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultbadges.h"

#include <app/wording/faults.h>
#include <model/operation/faulttable.h>

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::NodeKind;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultReach;
using model::operation::FaultSetting;
using model::system::CapabilityId;

namespace {

// Nothing that takes it is served.
bool isTotal(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::Freeze:
    case FaultKind::RefuseConnections:
    case FaultKind::BadConfiguration:
        return fault.target.instance == 0;
    case FaultKind::Hang:
    case FaultKind::Errors:
    case FaultKind::ResetConnections:
        return fault.target.instance == 0 && fault.setting(FaultSetting::Share) == 1;
    default:
        return false;
    }
}

QStringList badgeOf(const Fault &fault, const QString &callee = {})
{
    return {wording::badge(fault, callee), wording::briefBadge(fault)};
}

QString withMore(const QString &words, int more)
{
    return u"%1, +%2"_s.arg(words.section(u", +"_s, 0, 0)).arg(more);
}

} // namespace

FaultBadges::FaultBadges(const model::system::System &system, const model::packaging::Packaging &packaging)
    : m_system(system)
    , m_packaging(packaging)
{
}

NodeId FaultBadges::unitNode(const CapabilityId &capability) const
{
    const auto *unit = m_packaging.unitOf(capability);
    return {NodeKind::Unit, unit != nullptr ? unit->id.value : QString()};
}

void FaultBadges::put(const QStringList &badge, const Fault &fault, NodeVitality &live) const
{
    live.details << wording::words(fault, m_system, m_packaging);
    live.health = std::max(live.health, isTotal(fault) ? Health::Bad : Health::Degraded);
    if (live.badges++ == 0 && !live.isDown) {
        live.reason = badge.front();
        live.brief = badge.mid(1);
    } else if (live.badges > 1) {
        live.reason = withMore(live.reason, live.badges - 1);
        for (auto &words : live.brief)
            words = withMore(words, live.badges - 1);
    }
}

void FaultBadges::add(const std::vector<Fault> &faults, Vitality &vitality) const
{
    for (const auto &fault : faults) {
        switch (model::operation::description(fault.kind).reach) {
        case FaultReach::Process:
        case FaultReach::Module:
        case FaultReach::Store:
            addToUnit(fault, vitality);
            break;
        case FaultReach::Link:
            addToLine(fault, vitality);
            break;
        case FaultReach::Broker:
        case FaultReach::Queue:
            addToTopics(fault, vitality);
            break;
        case FaultReach::Customers:
            put(badgeOf(fault), fault, vitality.nodes[{NodeKind::Shoppers, {}}]);
            break;
        }
    }
}

void FaultBadges::addToUnit(const Fault &fault, Vitality &vitality) const
{
    const auto &whom = fault.target.capability;
    const auto *unit = m_packaging.unitOf(whom);
    if (unit == nullptr)
        return;
    auto badge = badgeOf(fault);
    const bool isOfModule = unit->capabilities.size() > 1
        && model::operation::description(fault.kind).reach == FaultReach::Module;
    if (isOfModule)
        put(badge, fault, vitality.modules[whom]);
    auto &live = vitality.nodes[unitNode(whom)];
    const auto before = live.health;
    for (auto &words : badge)
        words = isOfModule ? u"%1: %2"_s.arg(m_system.titleOf(whom), words) : words;
    put(badge, fault, live);
    if (isOfModule)
        live.health = std::max(before, Health::Degraded); // the other modules are well
}

void FaultBadges::addToLine(const Fault &fault, Vitality &vitality) const
{
    const auto &caller = fault.target.capability;
    if (!m_packaging.crosses(caller, fault.callee))
        return;
    put(badgeOf(fault, m_system.titleOf(fault.callee)), fault, vitality.nodes[unitNode(caller)]);
    const bool isCut = fault.kind == FaultKind::CutOff || fault.kind == FaultKind::CutRequests
        || fault.kind == FaultKind::CutReplies;
    const auto line = isCut ? LineTrouble::Cut : LineTrouble::Slow;
    auto &there = vitality.lines[{unitNode(caller), unitNode(fault.callee)}];
    there = std::max(there, line);
    const EdgeId back{unitNode(fault.callee), unitNode(caller)};
    if (fault.kind == FaultKind::CutOff)
        vitality.lines[back] = LineTrouble::Cut;
}

void FaultBadges::addToTopics(const Fault &fault, Vitality &vitality) const
{
    for (const auto &topic : m_system.topics) {
        if (fault.topic.isEmpty() || fault.topic == topic.id)
            put(badgeOf(fault), fault, vitality.nodes[{NodeKind::Topic, topic.id.value}]);
    }
}

} // namespace app::graph
