// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrivals.h"

#include <algorithm>

namespace services::load {

namespace {

using Seconds = std::chrono::duration<double>;

} // namespace

Arrivals::Arrivals(quint64 seed, Instant start)
    : m_random(seed)
    , m_last(start)
    , m_remaining(std::exponential_distribution<double>(1.0)(m_random))
{
}

void Arrivals::setRate(double perSecond, Instant now)
{
    if (m_rate > 0) // memoryless, but keeping the rest of the gap makes equal seeds give equal runs
        m_remaining = std::max(0.0, m_remaining - Seconds(now - m_last).count() * m_rate);
    m_rate = std::max(0.0, perSecond);
    m_last = now;
    m_next = m_rate > 0 ? m_last + gap() : Instant::max();
}

void Arrivals::advance()
{
    if (m_rate <= 0)
        return;
    m_last = m_next;
    m_remaining = std::exponential_distribution<double>(1.0)(m_random);
    m_next = m_last + gap();
}

std::chrono::nanoseconds Arrivals::gap()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(Seconds(m_remaining / m_rate));
}

} // namespace services::load
