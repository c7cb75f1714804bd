// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logbuffer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace services::telemetry {

LogBuffer::LogBuffer(std::size_t limit)
    : m_limit(limit)
{
}

void LogBuffer::add(model::telemetry::LogLine line)
{
    if (m_lines.size() < m_limit) {
        m_lines.push_back(std::move(line));
        return;
    }
    m_lines[m_oldest] = std::move(line);
    m_oldest = (m_oldest + 1) % m_limit;
    ++m_lost;
}

std::uint64_t LogBuffer::drainInto(std::vector<model::telemetry::LogLine> &lines)
{
    std::ranges::rotate(m_lines, m_lines.begin() + static_cast<std::ptrdiff_t>(m_oldest));
    std::ranges::move(m_lines, std::back_inserter(lines));
    m_lines.clear(); // its room stays
    m_oldest = 0;
    return std::exchange(m_lost, 0);
}

} // namespace services::telemetry
