// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coordinatedtester.h"

namespace services::platform {

namespace {

constexpr auto surelyOver = std::chrono::seconds(30); // longer than any attempt takes

} // namespace

void CoordinatedTester::take(const load::JourneyResult &result)
{
    if (result.pending || result.attempt < m_next)
        return;
    m_ended.emplace(result.attempt, result);
    while (m_ended.size() > most) { // whatever was waited for
        m_next = m_ended.begin()->first + 1;
        m_ended.erase(m_ended.begin());
    }
}

// Nobody has told of the attempt. It may be one that the tester would have made, unless a later one began
// while he still waited, or everything from that time is over: some numbers stand for nobody.
bool CoordinatedTester::mayBeAsked(quint64 attempt, Instant now) const
{
    const auto later = m_ended.upper_bound(attempt);
    if (later == m_ended.end())
        return true;
    return later->second.intendedStart >= m_free && later->second.intendedStart + surelyOver > now;
}

std::vector<load::JourneyResult> CoordinatedTester::drain(Instant now)
{
    std::vector<load::JourneyResult> asked;
    while (!m_ended.empty()) {
        const auto first = m_ended.begin();
        if (first->first > m_next && mayBeAsked(m_next, now))
            break;
        m_next = first->first + 1;
        if (first->second.intendedStart >= m_free) {
            m_free = first->second.end();
            asked.push_back(std::move(first->second));
        }
        m_ended.erase(first);
    }
    return asked;
}

} // namespace services::platform
