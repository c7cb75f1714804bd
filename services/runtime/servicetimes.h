// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace services::runtime {

// How long each piece of declared work takes: exponentially distributed around the declared mean, so that an
// instance is an M/M/c server (Kleinrock, Queueing Systems I, ch. 3). The same seed draws the same times, on
// every platform. Thread-bound.
class ServiceTimes
{
public:
    // `scale` multiplies each time; 0: no work at all.
    ServiceTimes(std::uint64_t seed, double scale);
    std::chrono::nanoseconds draw(std::chrono::nanoseconds mean);

private:
    std::mt19937_64 m_random;
    double m_scale;
};

} // namespace services::runtime
