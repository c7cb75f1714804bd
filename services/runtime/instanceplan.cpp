// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instanceplan.h"

#include <QDir>

namespace services::runtime {

using namespace Qt::StringLiterals;

// Absolute, as it is in the errors of who uses it.
QString storeFileOf(const FleetPlan &plan, const model::system::UnitId &unit)
{
    const QDir folder(QDir(plan.dataFolder).absolutePath());
    return folder.filePath(u"%1/%2.db"_s.arg(plan.packaging.id.value, unit.value));
}

QString InstancePlan::storeFile() const
{
    return storeFileOf(fleet->plan, unit.id);
}

std::uint64_t InstancePlan::seed() const
{
    // FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): unlike qHash the same on every machine.
    std::uint64_t hash = 14695981039346656037U ^ fleet->plan.options.seed;
    const QByteArray name
        = u"%1 %2 %3"_s.arg(fleet->plan.packaging.id.value, id.value).arg(incarnation).toUtf8();
    for (const char letter : name)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211U;
    return hash;
}

} // namespace services::runtime
