// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instanceplan.h"

#include <QObject>

namespace services::runtime {

using model::result::Result;

// Makes up the keys which the plan leaves open.
FleetPlan withKeys(FleetPlan plan);

// Makes what the instances of a fleet have in common: folders, broker with its queues. Takes milliseconds;
// errors name the file or folder. `context` is a QObject of the calling thread.
Result<std::shared_ptr<const FleetMeans>> prepareFleet(FleetPlan plan,
                                                       const assembly::ComponentFactory &factory,
                                                       std::shared_ptr<const RouteBoard> routes,
                                                       QObject *context);

} // namespace services::runtime
