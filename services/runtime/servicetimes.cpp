// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicetimes.h"

#include <cmath>

namespace services::runtime {

ServiceTimes::ServiceTimes(std::uint64_t seed, double scale)
    : m_random(seed)
    , m_scale(scale)
{
}

std::chrono::nanoseconds ServiceTimes::draw(std::chrono::nanoseconds mean)
{
    // By inversion; std::exponential_distribution draws differently in each standard library.
    const double uniform = static_cast<double>(m_random() >> 11) * 0x1p-53; // in [0, 1)
    const double time = -std::log1p(-uniform) * static_cast<double>(mean.count()) * m_scale;
    return std::chrono::nanoseconds(std::llround(time));
}

} // namespace services::runtime
