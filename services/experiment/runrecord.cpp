// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runrecord.h"

namespace services::experiment {

std::optional<PhaseOfFault> phaseOf(const load::JourneyResult &result, const FleetRecord &record)
{
    if (result.intendedStart < record.begin)
        return std::nullopt;
    PhaseOfFault found;
    for (std::size_t index = 0; index < record.faults.size(); ++index) {
        const auto &fault = record.faults[index];
        const bool caughtUnderWay = result.outcome != load::Outcome::Ok && result.end() >= fault.at;
        if (result.intendedStart < fault.at) {
            // Between two faults it is after the first, and before the second only for the first of all.
            return caughtUnderWay ? PhaseOfFault{index, Phase::During} : found;
        }
        const bool healed = fault.healedAt && result.intendedStart >= *fault.healedAt;
        found = {index, healed ? Phase::After : Phase::During};
        if (!healed)
            return found;
    }
    return found;
}

std::optional<Phase> phaseAt(Instant moment, const FleetRecord &record)
{
    if (moment < record.begin || moment > record.end)
        return std::nullopt;
    auto phase = Phase::Before;
    for (const auto &fault : record.faults) {
        if (moment >= fault.at)
            phase = fault.healedAt && moment >= *fault.healedAt ? Phase::After : Phase::During;
    }
    return phase;
}

} // namespace services::experiment
