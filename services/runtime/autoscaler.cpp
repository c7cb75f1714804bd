// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "autoscaler.h"

#include <algorithm>
#include <cmath>

namespace services::runtime {

namespace {

constexpr int mostAdded = 4; // in one step, or as many as there are

// An exact multiple must not become one more by rounding.
int roundedUp(double instances)
{
    return static_cast<int>(std::ceil(instances - 1e-9));
}

} // namespace

std::optional<int> Autoscaler::decide(const Observation &seen, Instant now)
{
    const int instances = stabilised(wanted(seen), seen.instances, now);
    return instances == seen.instances ? std::nullopt : std::optional(instances);
}

int Autoscaler::wanted(const Observation &seen) const
{
    const auto within
        = [&](int instances) { return std::clamp(instances, m_settings.fewest, m_settings.most); };
    if (seen.ready <= 0)
        return within(seen.instances); // nothing is known
    const auto isTolerable = [&](double ratio) { return std::abs(ratio - 1) <= m_settings.tolerance; };
    const double ratio = seen.utilisation / m_settings.target;
    const int unready = std::max(0, seen.instances - seen.ready);
    if (isTolerable(ratio))
        return within(seen.instances);
    if (unready == 0)
        return within(roundedUp(seen.ready * ratio));
    const double supposed = ratio > 1 ? 0.0 : 1.0; // of those of which nothing is known yet
    const double all
        = (seen.ready * seen.utilisation + unready * supposed) / seen.instances / m_settings.target;
    if (isTolerable(all) || (ratio > 1) != (all > 1))
        return within(seen.instances);
    return within(roundedUp(seen.instances * all));
}

int Autoscaler::stabilised(int wanted, int instances, Instant now)
{
    while (!m_recent.empty() && m_recent.front().at <= now - m_settings.scaleDownAfter)
        m_recent.pop_front();
    m_recent.push_back({now, wanted});
    if (wanted >= instances)
        return std::min(wanted, std::max({2 * instances, instances + mostAdded, m_settings.fewest}));
    const auto largest = std::ranges::max_element(m_recent, {}, &Recommendation::instances);
    return std::min(instances, largest->instances);
}

} // namespace services::runtime
