// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundup.h"

#include <cmath>

namespace app::charts {

double roundUp(double value, const std::vector<double> &steps)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : steps) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

} // namespace app::charts
