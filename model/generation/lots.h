// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace model::generation {

// Draws lots: the same seed gives the same ones on each machine (the standard's distributions would not). A
// value; any thread.
class Lots
{
public:
    explicit Lots(std::uint64_t seed)
        : m_random(seed)
    {
    }

    // From 0 to limit - 1; limit is above 0.
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(m_random() % limit); }
    int between(int fewest, int most)
    {
        return fewest + static_cast<int>(below(static_cast<std::size_t>(most - fewest + 1)));
    }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template<typename T>
    const T &oneOf(const std::vector<T> &all)
    {
        return all[below(all.size())];
    }
    template<typename T>
    void shuffle(std::vector<T> &all)
    {
        for (std::size_t left = all.size(); left > 1; --left)
            std::swap(all[left - 1], all[below(left)]);
    }

private:
    std::mt19937_64 m_random;
};

} // namespace model::generation
