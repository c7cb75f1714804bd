// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace app::charts {

// The smallest of the steps (from 1 to below 10, rising) times a power of ten that is not below the value:
// for the ends and ticks of axes. 1 for what is not positive.
double roundUp(double value, const std::vector<double> &steps = {1, 2, 5});

} // namespace app::charts
