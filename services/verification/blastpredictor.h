// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trial.h"

namespace services::verification {

// What model/analysis says of the fleet, with the customers that services/load sends.
Predictor blastPredictor();

} // namespace services::verification
