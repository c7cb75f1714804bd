// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <random>

namespace services::faults {

// Decides which requests a fault takes that takes only a share of them. The same seed decides the same, on
// every platform. Thread-bound.
class Chance
{
public:
    explicit Chance(std::uint64_t seed)
        : m_random(seed)
    {
    }

    // From 0 up to, but not, 1.
    double draw() { return static_cast<double>(m_random() >> 11) * 0x1p-53; }
    bool hits(double share) { return share >= 1 || draw() < share; }

private:
    std::mt19937_64 m_random;
};

} // namespace services::faults
