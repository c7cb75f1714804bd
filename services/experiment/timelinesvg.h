// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runrecord.h"

namespace services::experiment {

enum class Curve
{
    SuccessesPerSecond,
    P95,
};

// A chart of all fleets over the time of a run, as an SVG element to stand in a page: a line a fleet (classes
// fleet-0, fleet-1, ... of the page's style), and a band from each fault to its healing.
QString timelineSvg(const std::vector<FleetRecord> &records, Curve curve);

} // namespace services::experiment
