// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/experiment/auditor.h>
#include <services/load/population.h>
#include <services/runtime/fleetplan.h>

namespace services::platform {

// What a platform is to run. A value.
struct PlatformOptions
{
    model::system::System system;
    std::vector<model::packaging::Packaging> packagings; // a fleet each; their ids differ
    QString dataFolder; // each fleet has a folder of its own in it; made when it does not exist
    QString templatesFolder; // of prepared stores, kept between runs of one build; empty: in the data folder
    quint64 seed = 1;
    double shoppersPerSecond = 0; // on each fleet, as soon as enough customers are logged in
    load::Population population;
    std::vector<model::system::JourneyId> journeys; // for which shoppers come; empty: for each
    experiment::Auditor::Options audit; // after a scenario
    runtime::FleetOptions fleets; // its seed is replaced by the one above, its entry port
                                  // (unless 0) counts up from fleet to fleet
};

} // namespace services::platform
