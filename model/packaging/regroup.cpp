// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regroup.h"

#include <model/json/rules.h>

#include <algorithm>
#include <utility>

namespace model::packaging {

using namespace Qt::StringLiterals;
using result::failure;
using result::Kind;
using result::Result;
using system::CapabilityId;
using system::UnitId;

namespace {

Unit *find(Packaging &packaging, const UnitId &id)
{
    const auto found = std::ranges::find(packaging.units, id, &Unit::id);
    return found == packaging.units.end() ? nullptr : &*found;
}

auto noUnit(const UnitId &id)
{
    return failure(Kind::NotFound, u"There is no unit \"%1\" in this packaging."_s.arg(id.value), id.value);
}

auto noCapability(const CapabilityId &id, const QString &unit)
{
    return failure(Kind::NotFound, u"\"%1\" is not in %2."_s.arg(id.value, unit), id.value);
}

void dropEmptyUnits(Packaging &packaging)
{
    std::erase_if(packaging.units, [](const Unit &unit) { return unit.capabilities.empty(); });
}

// Whether the new unit may have its name; the Split is otherwise checked on the way.
Result<void> checkName(const Packaging &packaging, const Regrouping::Split &split)
{
    const json::TextRule rule = json::identifier();
    if (!rule.accepts(split.newUnit.value))
        return failure(Kind::InvalidInput,
                       u"\"%1\" cannot name a unit. Choose %2."_s.arg(split.newUnit.value, rule.expected),
                       split.newUnit.value);
    if (packaging.unit(split.newUnit) != nullptr)
        return failure(Kind::Conflict,
                       u"There is already a unit \"%1\". Choose another name."_s.arg(split.newUnit.value),
                       split.newUnit.value);
    if (split.capabilities.empty())
        return failure(Kind::InvalidInput, u"Choose at least one capability for the new unit."_s,
                       split.newUnit.value);
    if (!json::sentence().accepts(split.title))
        return failure(Kind::InvalidInput, u"Give the new unit a title."_s, split.newUnit.value);
    return {};
}

} // namespace

Regrouping::Regrouping(const system::System &system)
    : m_system(system)
{
}

Result<Packaging> Regrouping::merge(Packaging packaging, const UnitId &into, const UnitId &other) const
{
    Unit *target = find(packaging, into);
    Unit *source = find(packaging, other);
    if (target == nullptr || source == nullptr)
        return noUnit(target == nullptr ? into : other);
    if (target == source)
        return failure(Kind::Conflict, u"A unit cannot be merged with itself. Choose another one."_s,
                       into.value);
    for (const CapabilityId &id : std::exchange(source->capabilities, {}))
        target->capabilities.push_back(id);
    dropEmptyUnits(packaging);
    return checked(std::move(packaging));
}

Result<Packaging> Regrouping::split(Packaging packaging, const Split &split) const
{
    Unit *source = find(packaging, split.from);
    if (source == nullptr)
        return noUnit(split.from);
    if (const auto named = checkName(packaging, split); !named)
        return failure(named.error());
    for (const CapabilityId &id : split.capabilities) {
        if (std::erase(source->capabilities, id) == 0)
            return noCapability(id, u"the unit \"%1\""_s.arg(split.from.value));
    }
    if (source->capabilities.empty())
        return failure(
            Kind::Conflict,
            u"Nothing would be left in \"%1\". Leave at least one capability there."_s.arg(split.from.value),
            split.from.value);
    const auto after = packaging.units.begin() + (source - packaging.units.data()) + 1;
    packaging.units.insert(after, Unit{split.newUnit, split.title, split.capabilities, 1});
    return checked(std::move(packaging));
}

Result<Packaging>
Regrouping::move(Packaging packaging, const CapabilityId &capability, const UnitId &to) const
{
    const Unit *present = packaging.unitOf(capability);
    Unit *target = find(packaging, to);
    if (present == nullptr)
        return noCapability(capability, u"any unit of this packaging"_s);
    if (target == nullptr)
        return noUnit(to);
    if (present == target)
        return failure(Kind::Conflict, u"\"%1\" already is in \"%2\"."_s.arg(capability.value, to.value),
                       capability.value);
    std::erase(find(packaging, present->id)->capabilities, capability);
    target->capabilities.push_back(capability);
    dropEmptyUnits(packaging);
    return checked(std::move(packaging));
}

Result<Packaging> Regrouping::scale(Packaging packaging, const UnitId &id, int instances) const
{
    Unit *unit = find(packaging, id);
    if (unit == nullptr)
        return noUnit(id);
    if (instances < 1 || instances > maximumInstances)
        return failure(
            Kind::InvalidInput,
            u"\"%1\" cannot run %2 times. Choose 1 to %3 instances."_s.arg(id.value).arg(instances).arg(
                maximumInstances),
            id.value);
    unit->instances = instances;
    return checked(std::move(packaging));
}

// Also catches a packaging that was broken, or of another system, before the operation.
Result<Packaging> Regrouping::checked(Packaging packaging) const
{
    json::Problems problems;
    findPartitionFaults(m_system, packaging, problems);
    if (!problems.isEmpty())
        return failure(Kind::Conflict, problems.all().front().message, packaging.id.value);
    sortCapabilities(m_system, packaging);
    return packaging;
}

} // namespace model::packaging
