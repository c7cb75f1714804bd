// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runrecord.h"

#include <model/analysis/blastradius.h>
#include <model/operation/scenario.h>

#include <optional>

namespace services::experiment {

// What is to be predicted of a run: the fleet, its policies and its load as the scenario has set them when
// its first fault begins, with all that begins at the same moment, asked about the moment at which it is
// ordered to end. Nothing when nothing breaks in this fleet. Of the record only these moments are used:
// nothing that was measured.
std::optional<model::analysis::Situation> situationOf(const model::operation::Scenario &scenario,
                                                      const FleetRecord &record,
                                                      const model::system::System &system);

} // namespace services::experiment
