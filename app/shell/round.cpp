// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "round.h"

#include <algorithm>

namespace app::shell {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds longestRest{60'000}; // whatever it costs: somebody looks

} // namespace

Round::Round(milliseconds pause, double share, QObject *parent)
    : QObject(parent)
    , m_pause(pause)
    , m_share(share)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Round::ask);
}

void Round::setWanted(bool wanted)
{
    change(wanted, m_isPaused);
}

void Round::setPaused(bool paused)
{
    change(m_isWanted, paused);
}

void Round::change(bool wanted, bool paused)
{
    const bool wasDesired = isDesired();
    m_isWanted = wanted;
    m_isPaused = paused;
    if (isDesired() == wasDesired)
        return;
    if (isDesired())
        hurry();
    else
        m_timer.stop();
}

void Round::hurry()
{
    if (m_isAsked)
        m_isHurried = true;
    else if (isDesired())
        m_timer.start(0);
}

void Round::answered(std::chrono::nanoseconds took)
{
    m_isAsked = false;
    if (!isDesired())
        return;
    const auto rest = std::min(std::chrono::ceil<milliseconds>(took / m_share), longestRest);
    m_timer.start(std::exchange(m_isHurried, false) ? milliseconds(0) : std::max(m_pause, rest));
}

void Round::ask()
{
    m_isAsked = true;
    Q_EMIT due();
}

} // namespace app::shell
