// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verdict.h"

#include <model/operation/policies.h>
#include <model/system/ids.h>
#include <services/contract/clock.h>

#include <map>
#include <optional>
#include <vector>

namespace services::resilience {

// Which instances of one unit its callers should leave out for a while: those which failed several times in a
// row, as long as enough others are left. Each further ejection takes longer; each ejection time that passes
// without one makes the next shorter again. After Envoy's outlier detection by consecutive failures ("base
// ejection time" times the number of ejections, "max ejection percent"):
// https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier. One per unit and calling
// instance. Thread-bound.
class OutlierEjection
{
public:
    using InstanceId = model::system::InstanceId;
    struct Ejected
    {
        int failures = 0; // in a row
        std::chrono::nanoseconds duration{0};
    };

    // Nothing: nobody is left out from now on.
    void change(const std::optional<model::operation::EjectionPolicy> &policy);

    // A call ended like this; `instances`: how many the unit has.
    std::optional<Ejected>
    record(const InstanceId &instance, Verdict verdict, std::size_t instances, contract::Instant now);
    bool isOut(const InstanceId &instance, contract::Instant now) const;
    // Those whose time is over since it was asked last.
    std::vector<InstanceId> takeReturned(contract::Instant now);
    // It is gone, or another incarnation: what it did is forgotten.
    void forget(const InstanceId &instance) { m_records.erase(instance); }

private:
    struct Record
    {
        int failuresInARow = 0;
        int ejections = 0;
        bool isOut = false;
        contract::Instant until; // out, or was
    };
    bool mayEject(std::size_t instances, contract::Instant now) const;
    std::chrono::nanoseconds eject(Record &record, contract::Instant now) const;

    std::optional<model::operation::EjectionPolicy> m_policy;
    std::map<InstanceId, Record> m_records;
};

} // namespace services::resilience
