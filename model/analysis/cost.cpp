// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cost.h"

namespace model::analysis {

Cost costOf(const system::System &system, const packaging::Unit &unit)
{
    Cost cost{1, 0, 0};
    for (const auto &id : unit.capabilities) {
        const auto *capability = system.capability(id);
        cost.workers += capability->workers;
        cost.memoryMegabytes += capability->memoryMegabytes;
    }
    return cost;
}

Cost costOf(const system::System &system, const packaging::Packaging &packaging)
{
    Cost sum;
    for (const auto &unit : packaging.units) {
        const auto one = costOf(system, unit);
        sum.instances += unit.instances;
        sum.workers += unit.instances * one.workers;
        sum.memoryMegabytes += unit.instances * one.memoryMegabytes;
    }
    return sum;
}

} // namespace model::analysis
