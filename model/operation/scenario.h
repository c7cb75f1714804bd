// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "action.h"
#include "expectation.h"

#include <model/packaging/packaging.h>

#include <vector>

namespace model::operation {

// The shoppers who arrive while a scenario runs, whatever the fleets can take (open loop).
struct Load
{
    double shoppersPerSecond = 40; // on each fleet
    std::chrono::milliseconds warmUp{2000}; // attempts before its end are not counted
    std::vector<system::JourneyId> journeys{}; // for which they come; empty: for each

    bool operator==(const Load &) const = default;
};

// A scripted run: load, actions, expectations. A plain value, made and validated by ScenarioReader against a
// system, so whoever holds one may trust that each capability, journey and packaging it mentions exists.
struct Scenario
{
    QString id; // "kill-catalogue"
    QString title;
    QString summary;
    quint64 seed = 1;
    Load load;
    PolicyBook policies = usualPolicies(); // in force at the start
    Safeguards safeguards; // which are on at the start
    QString broker = QStringLiteral("embedded:"); // the URL of what messages go through; may have a password
    std::vector<packaging::Packaging> fleets; // with the instances to start; their ids all differ
    std::vector<Action> actions;
    std::vector<Expectation> expectations;
    QStringList damages; // words of those which the audit must find, and no others; empty: the books balance

    const packaging::Packaging *fleet(const system::PackagingId &id) const;

    bool operator==(const Scenario &) const = default;
};

} // namespace model::operation
