// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "autoscaledunits.h"

namespace services::experiment {

using namespace Qt::StringLiterals;
using model::system::UnitId;

namespace {

constexpr auto measuredOver = std::chrono::seconds(1); // over which utilisation is measured

} // namespace

QString AutoscaledUnits::Order::words() const
{
    return u"autoscaler: %1 %2 -> %3, %4 % busy"_s.arg(unit.value)
        .arg(from)
        .arg(to)
        .arg(qRound(utilisation * 100));
}

void AutoscaledUnits::set(const UnitId &unit, std::optional<Settings> settings)
{
    m_units.erase(unit); // what it remembers is of other settings
    if (settings)
        m_units.emplace(unit, *settings);
}

std::vector<AutoscaledUnits::Order> AutoscaledUnits::decide(const std::vector<Use> &uses, Instant now)
{
    std::vector<Order> orders;
    if (now < m_nextLook)
        return orders;
    m_nextLook = now + measuredOver;
    for (const auto &use : uses) {
        const auto unit = m_units.find(use.unit);
        if (unit == m_units.end())
            continue;
        if (const auto wanted = unit->second.decide(use.seen, now))
            orders.push_back({use.unit, use.seen.instances, *wanted, use.seen.utilisation});
    }
    return orders;
}

std::map<UnitId, AutoscaledUnits::Settings> AutoscaledUnits::settings() const
{
    std::map<UnitId, Settings> settings;
    for (const auto &[unit, autoscaler] : m_units)
        settings.emplace(unit, autoscaler.settings());
    return settings;
}

} // namespace services::experiment
