// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/logline.h>

#include <vector>

namespace services::telemetry {

// The newest lines of an instance's log, which wait to be drained: a ring. A line costs its place in it and
// nothing else; when it is full the oldest is written over, and counted. Thread-bound.
class LogBuffer
{
public:
    explicit LogBuffer(std::size_t limit);
    void add(model::telemetry::LogLine line);
    // Appends all lines to `lines`, the oldest first, and answers how many were lost since the last time.
    std::uint64_t drainInto(std::vector<model::telemetry::LogLine> &lines);

private:
    std::size_t m_limit;
    std::vector<model::telemetry::LogLine> m_lines;
    std::size_t m_oldest = 0; // position, once it is full
    std::uint64_t m_lost = 0;
};

} // namespace services::telemetry
