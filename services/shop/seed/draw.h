// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace services::shop::seed {

// Numbers that look drawn by lot and are the same in every run, on every machine: SplitMix64
// (https://prng.di.unimi.it/splitmix64.c). Neighbouring seeds give unrelated draws. A value.
class Draw
{
public:
    explicit Draw(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    // From 0 to `count` - 1.
    int below(std::size_t count) { return static_cast<int>(next() % count); }
    template<typename T>
    const T &of(const std::vector<T> &items)
    {
        return items[static_cast<std::size_t>(below(items.size()))];
    }

private:
    std::uint64_t m_state;
};

} // namespace services::shop::seed
