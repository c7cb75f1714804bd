// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outliers.h"

#include <algorithm>

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::system::CapabilityId;
using model::system::InstanceId;
using model::telemetry::DecisionKind;
using resilience::Verdict;

Outliers::Outliers(const model::packaging::Packaging &packaging,
                   std::shared_ptr<const resilience::PolicyBoard> board,
                   telemetry::Recorder &recorder)
    : m_packaging(packaging)
    , m_board(std::move(board))
    , m_recorder(recorder)
{
    applyNews();
}

void Outliers::applyNews()
{
    if (m_edition && m_edition->version == m_board->version())
        return;
    m_edition = m_board->current();
    for (const auto &unit : m_packaging.units) {
        const auto &policy = m_edition->book.of(unit.capabilities).ejection;
        if (policy)
            m_units[unit.id].change(policy);
        else
            m_units.erase(unit.id);
    }
}

bool Outliers::failsOver(const contract::Request &request)
{
    applyNews();
    return m_edition->book.of({request.context.caller, request.endpoint}).retry.has_value();
}

bool Outliers::mayEject()
{
    applyNews();
    return !m_units.empty();
}

std::map<Outliers::UnitId, resilience::OutlierEjection>::iterator
Outliers::unitOf(const CapabilityId &capability)
{
    const auto *unit = m_packaging.unitOf(capability);
    return unit == nullptr ? m_units.end() : m_units.find(unit->id);
}

void Outliers::ended(const InstanceId &instance,
                     const contract::Request &request,
                     std::optional<contract::Kind> failure,
                     std::size_t instances)
{
    const auto unit = unitOf(request.endpoint.capability);
    if (unit == m_units.end())
        return;
    const auto verdict = failure ? resilience::verdictOn(*failure) : Verdict::Well;
    const auto ejected = unit->second.record(instance, verdict, instances, m_recorder.now());
    if (!ejected)
        return;
    const auto seconds = std::chrono::duration<double>(ejected->duration).count();
    const auto words = u"%1 is left out for %2 s: %3 failures in a row"_s.arg(instance.value)
                           .arg(seconds)
                           .arg(ejected->failures);
    m_recorder.decideOn(request.context.trace, DecisionKind::InstanceEjected, {}, words);
}

bool Outliers::isOut(const CapabilityId &callee, const InstanceId &instance) const
{
    const auto *unit = m_packaging.unitOf(callee);
    const auto found = unit == nullptr ? m_units.end() : m_units.find(unit->id);
    return found != m_units.end() && found->second.isOut(instance, m_recorder.now());
}

void Outliers::tellWhoReturns()
{
    for (auto &[unit, ejection] : m_units) {
        for (const auto &instance : ejection.takeReturned(m_recorder.now()))
            m_recorder.decide(DecisionKind::InstanceReturned, {}, u"%1 is asked again"_s.arg(instance.value));
    }
}

void Outliers::follow(const RoutingTable &before, const RoutingTable &now)
{
    for (auto it = before.targets.cbegin(); it != before.targets.cend(); ++it) {
        const auto unit = unitOf(it.key());
        if (unit == m_units.end())
            continue;
        const auto targets = now.targets.value(it.key());
        for (const auto &target : *it) {
            if (std::ranges::find(targets, target) == targets.end())
                unit->second.forget(target->instance);
        }
    }
}

} // namespace services::runtime
