// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace services::telemetry {

// The newest of what an instance notes, which wait to be drained. A value costs its place in it and nothing
// else; when it is full the oldest is written over, and counted. Thread-bound.
template<typename Value>
class Ring
{
public:
    explicit Ring(std::size_t limit)
        : m_limit(limit)
    {
    }

    void add(Value value)
    {
        if (m_values.size() < m_limit) {
            m_values.push_back(std::move(value));
            return;
        }
        ++m_lost;
        if (m_limit == 0)
            return;
        m_values[m_oldest] = std::move(value);
        m_oldest = (m_oldest + 1) % m_limit;
    }

    // Appends all values to `values`, the oldest first, and answers how many were lost since the last time.
    std::uint64_t drainInto(std::vector<Value> &values)
    {
        std::ranges::rotate(m_values, m_values.begin() + static_cast<std::ptrdiff_t>(m_oldest));
        std::ranges::move(m_values, std::back_inserter(values));
        m_values.clear(); // its room stays
        m_oldest = 0;
        return std::exchange(m_lost, 0);
    }

private:
    std::size_t m_limit;
    std::vector<Value> m_values;
    std::size_t m_oldest = 0; // position, once it is full
    std::uint64_t m_lost = 0;
};

} // namespace services::telemetry
