// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeymix.h"

#include <algorithm>

namespace services::load {

JourneyMix::JourneyMix(const std::vector<model::system::Journey> &journeys, quint64 seed)
    : m_random(seed)
{
    for (const auto &journey : journeys)
        m_weights.push_back(std::max(0.0, journey.weight));
    if (std::ranges::all_of(m_weights, [](double weight) { return weight == 0; }))
        m_weights.clear();
    m_distribution = std::discrete_distribution<std::size_t>(m_weights.begin(), m_weights.end());
}

std::size_t JourneyMix::draw()
{
    return m_distribution(m_random);
}

} // namespace services::load
