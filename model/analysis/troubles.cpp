// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "troubles.h"

#include <model/operation/faulttable.h>

#include <algorithm>

namespace model::analysis {

using operation::FaultReach;
using operation::FaultSetting;

namespace {

// More make too many phases; the others are taken as they are most of the time.
constexpr std::size_t mostFlapping = 4;

bool holds(const packaging::Unit &unit, const system::CapabilityId &capability)
{
    return std::ranges::find(unit.capabilities, capability) != unit.capabilities.end();
}

} // namespace

const Fault *Lot::find(FaultKind kind) const
{
    const auto found = std::ranges::find(process, kind, &Fault::kind);
    return found == process.end() ? nullptr : *found;
}

Troubles::Troubles(const Ground &ground)
    : m_ground(ground)
    , m_stores(ground.units().size())
{
    const auto &fleet = ground.situation().packaging.id;
    for (const auto &fault : ground.situation().faults) {
        if (fault.target.fleet.isEmpty() || fault.target.fleet == fleet)
            sort(fault);
    }
    for (std::size_t unit = 0; unit < ground.units().size(); ++unit)
        addLots(static_cast<int>(unit));
}

void Troubles::sort(const Fault &fault)
{
    m_faults.push_back(&fault);
    switch (description(fault.kind).reach) {
    case FaultReach::Process:
    case FaultReach::Module:
        m_ofInstances.push_back(&fault);
        break;
    case FaultReach::Link:
        m_ofLinks.push_back(&fault);
        break;
    case FaultReach::Store:
        if (const int unit = m_ground.unitOf(fault.target.capability); unit >= 0)
            m_stores[static_cast<std::size_t>(unit)].push_back(&fault);
        break;
    case FaultReach::Broker:
        m_brokers.push_back(&fault);
        break;
    case FaultReach::Queue:
        break; // is set aside, and nothing else waits for it
    case FaultReach::Customers:
        m_customers.push_back(&fault);
        break;
    }
}

void Troubles::addLots(int unit)
{
    const auto &declared = *m_ground.unit(unit).declared;
    std::vector<Lot> lots;
    for (int number = 1; number <= declared.instances; ++number) {
        Lot lot;
        lot.instances = 1;
        for (const Fault *fault : m_ofInstances) {
            const auto &target = fault->target;
            if (!holds(declared, target.capability) || (target.instance != 0 && target.instance != number))
                continue;
            const bool isOfProcess = description(fault->kind).reach == FaultReach::Process;
            (isOfProcess ? lot.process : lot.modules).push_back(fault);
        }
        const auto alike = std::ranges::find_if(lots, [&](const Lot &other) {
            return other.process == lot.process && other.modules == lot.modules;
        });
        if (alike == lots.end())
            lots.push_back(std::move(lot));
        else
            ++alike->instances;
    }
    m_lots.push_back(std::move(lots));
    for (std::size_t lot = 0; lot < m_lots.back().size(); ++lot)
        addFlapping(unit, static_cast<int>(lot));
}

void Troubles::addFlapping(int unit, int number)
{
    const auto &lot = m_lots.back()[static_cast<std::size_t>(number)];
    const double boot = m_ground.unit(unit).bootSeconds;
    if (lot.find(FaultKind::Crash) != nullptr || lot.find(FaultKind::BadConfiguration) != nullptr)
        return; // down anyway
    const Fault *loop = lot.find(FaultKind::CrashLoop);
    const Fault *leak = lot.find(FaultKind::MemoryLeak);
    if (loop != nullptr)
        m_flapping.push_back({unit, number, loop->setting(FaultSetting::AfterMs) / 1000, boot, loop});
    else if (leak != nullptr)
        m_flapping.push_back(
            {unit, number,
             leak->setting(FaultSetting::LimitMegabytes) / leak->setting(FaultSetting::MegabytesPerSecond),
             boot, leak});
}

std::vector<const Fault *> Troubles::links(const system::CapabilityId &from,
                                           const system::CapabilityId &to) const
{
    std::vector<const Fault *> found;
    for (const Fault *fault : m_ofLinks) {
        const bool isForth = fault->target.capability == from && fault->callee == to;
        const bool isBack
            = fault->kind == FaultKind::CutOff && fault->target.capability == to && fault->callee == from;
        if (isForth || isBack)
            found.push_back(fault);
    }
    return found;
}

std::vector<Phase> Troubles::phases() const
{
    std::vector<Phase> phases{{1, {}, 0}};
    for (std::size_t i = 0; i < m_flapping.size(); ++i) {
        const auto &each = m_flapping[i];
        const double up = each.upSeconds / (each.upSeconds + each.downSeconds);
        std::vector<Phase> more;
        for (const auto &phase : phases) {
            for (const bool down : {false, true}) {
                const double share = i < mostFlapping ? (down ? 1 - up : up) : double(down == (up < 0.5));
                if (share <= 0)
                    continue;
                Phase next = phase;
                next.share *= share;
                next.isDown.push_back(down);
                next.downSeconds = std::max(next.downSeconds, down ? each.downSeconds : 0);
                more.push_back(std::move(next));
            }
        }
        phases = std::move(more);
    }
    return phases;
}

} // namespace model::analysis
