// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instanceplan.h"

#include <services/waiting/waitscope.h>

#include <QCoroTask>

namespace services::runtime {

using model::result::Result;

// Makes up the keys which the plan leaves open.
FleetPlan withKeys(FleetPlan plan);

// Makes what the instances of a fleet have in common: folders, broker with its queues. Takes milliseconds,
// and blocks nobody while another process holds the broker's file; errors name the file or folder.
QCoro::Task<Result<std::shared_ptr<const FleetMeans>>> prepareFleet(FleetPlan plan,
                                                                    const assembly::ComponentFactory &factory,
                                                                    FleetBoards boards,
                                                                    waiting::WaitScope &scope);

} // namespace services::runtime
