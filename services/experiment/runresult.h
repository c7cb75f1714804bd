// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit.h"
#include "fleetcost.h"
#include "verdict.h"

#include <model/operation/scenario.h>
#include <model/system/system.h>

#include <QJsonObject>

namespace services::experiment {

struct FleetResult
{
    FleetRecord record;
    std::vector<JourneyFigures> journeys; // in the system's order; those that were tried
    std::vector<CapabilityFigures> capabilities; // in the system's order; none when nobody looked
    std::optional<FleetCost> cost = {}; // nothing: nobody looked

    const JourneyFigures *journey(const model::system::JourneyId &id) const;
    const CapabilityFigures *capability(const model::system::CapabilityId &id) const;
};

// What a scenario has shown: everything measured, and each expectation with its verdict. A value.
struct RunResult
{
    model::operation::Scenario scenario; // with the seed that was used
    std::vector<FleetResult> fleets;
    // Expectations on the fleets that were run, and waits in vain. When expectations exist, but none on a
    // fleet that was run, one verdict a fleet says so.
    std::vector<Verdict> verdicts;
    std::optional<Audit> audit; // none: this system keeps no books that we can read

    // Each expectation holds, nothing was waited for in vain, and the books balance, or show just the kinds
    // of damage that the scenario expects.
    bool passed() const;
    bool areBooksAsExpected() const;
};

RunResult evaluate(model::operation::Scenario scenario,
                   std::vector<FleetRecord> records,
                   const model::system::System &system);

// The shape that other programs read:
// {"scenario","seed","passed","fleets":{...},"expectations":[...],"audit":{...}}.
QJsonObject toJson(const RunResult &result);

} // namespace services::experiment
