// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <services/runtime/autoscaler.h>

#include <map>
#include <vector>

namespace services::experiment {

// Those units of one fleet which follow their load by themselves, each with its autoscaler. Looks once a
// second. A plain object: whoever observes the fleet tells it, and carries its orders out. Control thread.
class AutoscaledUnits
{
public:
    using Settings = runtime::Autoscaler::Settings;
    using Instant = runtime::Instant;

    // How a unit is at the moment.
    struct Use
    {
        model::system::UnitId unit;
        runtime::Autoscaler::Observation seen;
    };
    struct Order
    {
        model::system::UnitId unit;
        int from = 0;
        int to = 0;
        double utilisation = 0; // which was the reason

        // "autoscaler: catalogue 1 -> 3, 92 % busy"
        QString words() const;
    };

    // Nothing: the unit stays as it is from now on.
    void set(const model::system::UnitId &unit, std::optional<Settings> settings);
    std::vector<Order> decide(const std::vector<Use> &uses, Instant now);

    // Of those units that are scaled.
    std::map<model::system::UnitId, Settings> settings() const;

private:
    std::map<model::system::UnitId, runtime::Autoscaler> m_units;
    Instant m_nextLook;
};

} // namespace services::experiment
