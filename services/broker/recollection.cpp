// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recollection.h"

namespace services::broker {

void Recollection::remember(const CapabilityId &group, const QByteArray &id, int deliveries)
{
    m_deliveries.insert(keyOf(group, id), deliveries);
}

void Recollection::clear()
{
    m_deliveries.clear();
    m_isComplete = true;
}

std::optional<int> Recollection::take(const CapabilityId &group, const QByteArray &id)
{
    const auto known = m_deliveries.find(keyOf(group, id));
    if (known == m_deliveries.end())
        return std::nullopt;
    const int deliveries = *known;
    m_deliveries.erase(known);
    return deliveries;
}

QByteArray Recollection::keyOf(const CapabilityId &group, const QByteArray &id)
{
    return group.value.toUtf8() + '\0' + id;
}

} // namespace services::broker
