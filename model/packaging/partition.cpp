// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "partition.h"

#include <model/json/suggestion.h>

#include <QHash>

#include <algorithm>

namespace model::packaging {

using namespace Qt::StringLiterals;
using json::Problems;
using system::CapabilityId;
using system::System;

namespace {

class PartitionCheck
{
public:
    PartitionCheck(const System &system, Problems &problems)
        : m_problems(problems)
    {
        for (const auto &capability : system.capabilities)
            m_all.append(capability.id.value);
    }

    void check(const Unit &unit, const QString &where)
    {
        if (m_units.contains(unit.id.value) && !unit.id.isEmpty())
            m_problems.add(where + "/id"_L1,
                           u"There is already a unit \"%1\", at %2. Rename one of them."_s.arg(
                               unit.id.value, m_units[unit.id.value]));
        m_units.insert(unit.id.value, where);
        if (unit.instances < 1 || unit.instances > maximumInstances)
            m_problems.add(where + "/instances"_L1,
                           u"%1 instances cannot run. Write a number from 1 to %2."_s.arg(unit.instances)
                               .arg(maximumInstances));
        if (unit.capabilities.empty())
            m_problems.add(where, u"The unit is empty. Put a capability into it, or remove it."_s);
        for (std::size_t i = 0; i < unit.capabilities.size(); ++i)
            checkCapability(unit.capabilities[i], u"%1/capabilities/%2"_s.arg(where).arg(i));
    }

    void checkComplete()
    {
        QStringList missing;
        for (const QString &id : m_all) {
            if (!m_placed.contains(id))
                missing.append(id);
        }
        if (missing.size() == 1)
            m_problems.add(u"/units"_s, u"No unit holds \"%1\". Add it to one."_s.arg(missing.front()));
        else if (!missing.isEmpty())
            m_problems.add(u"/units"_s,
                           u"No unit holds \"%1\". Add each to one."_s.arg(missing.join(u"\", \""_s)));
    }

private:
    void checkCapability(const CapabilityId &id, const QString &where)
    {
        if (id.isEmpty())
            return;
        if (!m_all.contains(id.value))
            m_problems.add(where,
                           u"The system has no capability \"%1\".%2 It has %3."_s.arg(
                               id.value, json::didYouMean(id.value, m_all), json::oneOf(m_all)));
        else if (m_placed.contains(id.value))
            m_problems.add(where,
                           u"\"%1\" is already in a unit, at %2. Remove one of them."_s.arg(
                               id.value, m_placed[id.value]));
        else
            m_placed.insert(id.value, where);
    }

    Problems &m_problems;
    QStringList m_all;
    QHash<QString, QString> m_units;
    QHash<QString, QString> m_placed;
};

} // namespace

void findPartitionFaults(const System &system, const Packaging &packaging, Problems &problems)
{
    PartitionCheck check(system, problems);
    for (std::size_t i = 0; i < packaging.units.size() && !problems.isFull(); ++i)
        check.check(packaging.units[i], u"/units/%1"_s.arg(i));
    check.checkComplete();
}

void sortCapabilities(const System &system, Packaging &packaging)
{
    QHash<CapabilityId, qsizetype> order;
    for (const auto &capability : system.capabilities)
        order.insert(capability.id, order.size());
    for (Unit &unit : packaging.units)
        std::ranges::stable_sort(unit.capabilities, {},
                                 [&order](const CapabilityId &id) { return order.value(id); });
}

} // namespace model::packaging
