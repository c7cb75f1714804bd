// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "observation.h"

#include <algorithm>

namespace services::verification {

namespace {

JourneyMonitor::Options optionsFor(std::chrono::milliseconds longestWindow)
{
    JourneyMonitor::Options options;
    options.kept = std::max(longestWindow, options.longestWindow);
    return options;
}

} // namespace

Observation::Observation(Instant begin, std::chrono::milliseconds longestWindow)
    : m_begin(begin)
    , m_monitor(optionsFor(longestWindow))
{
}

void Observation::take(const load::LoadBatch &batch)
{
    for (const auto &result : batch.results) {
        if (result.intendedStart >= m_begin)
            m_monitor.add(result);
    }
}

} // namespace services::verification
