// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loadshedding.h"

#include <utility>

namespace services::resilience {

using contract::Instant;

namespace {

constexpr auto quietFor = std::chrono::seconds(1);

} // namespace

LoadShedding::LoadShedding(Tell tell)
    : m_tell(std::move(tell))
{
}

void LoadShedding::change(const std::optional<model::operation::SheddingPolicy> &policy)
{
    m_policy = policy;
}

bool LoadShedding::admits(int inFlight, int limit, Instant now)
{
    look(now);
    if (!m_policy || inFlight < m_policy->inFlightShare * limit)
        return true;
    m_lastRefused = now;
    if (++m_refused == 1)
        m_tell(true, 1);
    return false;
}

void LoadShedding::look(Instant now)
{
    if (m_refused > 0 && now >= m_lastRefused + quietFor)
        m_tell(false, std::exchange(m_refused, 0));
}

} // namespace services::resilience
