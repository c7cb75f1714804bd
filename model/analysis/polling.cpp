// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "polling.h"

#include <algorithm>
#include <cmath>

namespace model::analysis {

namespace {

constexpr double grid = 0.02; // seconds: those who ask within such a time do so together
constexpr double hardlyAny = 1e-7; // share

// What ends alike at about the same time, whyever it does.
Mixture onGrid(const Mixture &answer)
{
    Mixture coarse;
    for (Fate fate : answer.fates()) {
        fate.seconds = std::round(fate.seconds / grid) * grid;
        fate.reason = 0;
        if (hasFailed(fate.ending) && fate.ending != Ending::Away)
            fate.ending = Ending::Silent;
        coarse.add(fate);
    }
    return coarse;
}

class Polling
{
public:
    Polling(const Expected &expected, const Mixture &answer, const Patience &patience, double moment)
        : m_expected(expected)
        , m_patience(patience)
        , m_moment(moment)
        , m_answer(onGrid(answer))
        , m_well(Fate{})
        , m_asking(static_cast<std::size_t>(std::ceil(patience.lostAfter / grid)) + 2)
    {
    }

    Waiting play()
    {
        m_asking.front().early = 1;
        for (std::size_t i = 0; i < m_asking.size(); ++i) {
            ask(static_cast<double>(i) * grid, m_asking[i].early, false);
            ask(static_cast<double>(i) * grid, m_asking[i].late, true);
        }
        return m_waiting;
    }

private:
    struct Asking
    {
        double early = 0; // shares
        double late = 0;
    };

    void ask(double begin, double share, bool isLate)
    {
        if (share < hardlyAny)
            return;
        m_waiting.polls += share;
        const bool isWell = begin >= m_expected.wellFrom;
        for (const auto &fate : (isWell ? m_well : m_answer).fates())
            answered(begin, fate, share * fate.share, isLate);
    }

    void answered(double begin, const Fate &fate, double share, bool isLate)
    {
        const double end = begin + fate.seconds;
        const bool isInVain
            = fate.ending == Ending::Away || (!hasFailed(fate.ending) && begin + grid / 2 < m_expected.comes);
        if (isLate)
            linger(begin, end, share);
        if (isInVain)
            return goOn(end, share, isLate);
        m_waiting.seconds += share * end;
        if (hasFailed(fate.ending)) {
            (isLate ? m_waiting.gaveUpLate : m_waiting.gaveUp) += share;
            m_waiting.lostSoFar += isLate && end <= m_moment ? share : 0;
        } else if (end > m_patience.lateAfter) {
            m_waiting.late += share;
            m_waiting.lateSoFar += end <= m_moment ? share : 0;
        } else {
            m_waiting.inTime += share;
            m_waiting.degraded += fate.ending == Ending::Degraded ? share : 0;
        }
    }

    // Whoever has been told that there is nothing.
    void goOn(double now, double share, bool isLate)
    {
        if (now > m_patience.lostAfter) {
            m_waiting.lost += share;
            m_waiting.lostSoFar += now <= m_moment ? share : 0;
            m_waiting.seconds += share * now;
            return;
        }
        isLate = isLate || now > m_patience.lateAfter;
        const double wanted = isLate ? m_patience.everyWhenLate : m_patience.every;
        const double next = now + std::clamp(m_patience.lostAfter - now, grid, std::max(wanted, grid));
        if (isLate)
            linger(now, next, share);
        const auto place = std::min(static_cast<std::size_t>(std::llround(next / grid)), m_asking.size() - 1);
        // The last ones to ask are those who do it when their time is over.
        const bool isOver = next >= m_patience.lostAfter;
        auto &asking = m_asking[isOver ? m_asking.size() - 1 : place];
        (isLate ? asking.late : asking.early) += share;
    }

    void linger(double from, double to, double share)
    {
        m_waiting.lingering += share * std::max(0.0, std::min(to, m_moment) - std::min(from, m_moment));
    }

    const Expected m_expected;
    const Patience m_patience;
    const double m_moment;
    const Mixture m_answer;
    const Mixture m_well;
    std::vector<Asking> m_asking; // by time
    Waiting m_waiting;
};

} // namespace

Waiting waitFor(const Expected &expected, const Mixture &answer, const Patience &patience, double moment)
{
    return Polling(expected, answer, patience, moment).play();
}

} // namespace model::analysis
