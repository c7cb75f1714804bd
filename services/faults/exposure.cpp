// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposure.h"

#include <algorithm>

namespace services::faults {

using model::operation::description;
using model::operation::FaultKind;
using model::result::Kind;

namespace {

std::size_t indexOf(FaultReach reach)
{
    return static_cast<std::size_t>(reach);
}

bool holds(const model::packaging::Unit &unit, const model::system::CapabilityId &capability)
{
    return capability.isEmpty()
        || std::ranges::find(unit.capabilities, capability) != unit.capabilities.end();
}

} // namespace

bool takes(const FaultInForce &inForce, const Place &place)
{
    const auto reach = description(inForce.fault.kind).reach;
    if (reach == FaultReach::Customers)
        return false;
    if (inForce.fault.kind == FaultKind::CutOff && holds(place.unit, inForce.fault.callee))
        return true; // both ways: what the other end calls does not get through either
    const bool isThis = inForce.instance.isEmpty() || inForce.instance == place.instance;
    return isThis && holds(place.unit, inForce.fault.target.capability);
}

Exposure::Exposure(std::shared_ptr<const FaultBoard> board, Place place, Waiting waiting)
    : m_board(std::move(board))
    , m_place(std::move(place))
    , m_waiting(waiting)
{
    refresh();
}

const FaultsInForce &Exposure::current()
{
    if (m_board->version() != m_current->version)
        refresh();
    return *m_current;
}

const std::vector<Fault> &Exposure::of(FaultReach reach)
{
    current();
    return m_faults[indexOf(reach)];
}

void Exposure::refresh()
{
    m_current = m_board->current();
    for (auto &faults : m_faults)
        faults.clear();
    for (const auto &inForce : m_current->faults) {
        if (takes(inForce, m_place))
            m_faults[indexOf(description(inForce.fault.kind).reach)].push_back(inForce.fault);
    }
}

bool Exposure::isInForce(const Fault &fault)
{
    const auto &faults = of(description(fault.kind).reach);
    return std::ranges::find(faults, fault) != faults.end();
}

QCoro::Task<Result<void>> Exposure::endure(Fault fault, Instant until)
{
    while (isInForce(fault) && now() < until) {
        waiting::Pending<void> pending(m_waiting.scope, m_waiting.timers, until);
        const auto place = m_enduring.insert(m_enduring.end(), pending.completer());
        const auto waited = co_await pending;
        m_enduring.erase(place);
        if (!waited && waited.error().kind != Kind::TimedOut)
            co_return waited;
    }
    co_return Result<void>();
}

void Exposure::look()
{
    const auto enduring = m_enduring; // who goes on may wait for the next one
    for (const auto &completer : enduring)
        completer.complete({});
}

} // namespace services::faults
