// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "scenario.h"

#include <model/json/objectreader.h>
#include <model/result/checked.h>
#include <model/system/system.h>

namespace model::operation {

// What the parts of a scenario's file are checked against while it is read. Lives on ScenarioReader's stack.
struct ScenarioContext
{
    const system::System &system;
    QString folder; // of the scenario's file
    result::Errors elsewhere; // mistakes in other files that the scenario names

    QStringList capabilityIds() const;
    QStringList journeyIds() const;

    // A capability, journey or fleet by its id; reports one that does not exist.
    system::CapabilityId capability(json::ObjectReader &in, const QString &key) const;
    system::JourneyId journey(json::ObjectReader &in, const QString &key) const;
    // May be absent: then empty, which means each fleet.
    system::PackagingId
    fleet(json::ObjectReader &in, const Scenario &scenario, json::Presence presence) const;
};

json::Choices<JourneyState> stateChoices();
json::Choices<Phase> phaseChoices();
json::Choices<Safeguard> safeguardChoices();

// The parts of a scenario's file, each in a file of its own.
std::vector<packaging::Packaging> readFleets(json::ObjectReader &in, ScenarioContext &context);
std::vector<Action>
readActions(json::ObjectReader &in, const Scenario &scenario, const ScenarioContext &context);
std::vector<Expectation>
readExpectations(json::ObjectReader &in, const Scenario &scenario, const ScenarioContext &context);

} // namespace model::operation
